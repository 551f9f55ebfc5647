"""The agenda: limits, tasks and alarms. Every limit can be computed again from the facts; nothing here is a fact itself."""
