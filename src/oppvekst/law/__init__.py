"""The grammar of rules: how a Norwegian public body says what the law demands, in plain Python.

No framework, no database, no clock and no network. Read the modules in this order:

* `citation`: where a rule stands, for machines and in words
* `calendar`: how time is counted (domstolloven §§ 148-149)
* `deadline`: a limit as data, and the day it ends told step by step
* `refusals`, `machine`: states, steps, and the sentence that says why a step cannot be taken
* `dated`, `codes`: what was true when
* `identity`: is this number possible, and what is it?
* `rulebook`: every rule in one place
"""
