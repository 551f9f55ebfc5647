"""The law of appeals, stay of execution, reversal and case expenses (fvl §§ 28-36, 42; bvl §§ 12-9, 12-3 a, 9-8, 5-5)."""
