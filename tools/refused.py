"""Words that no name in the house may have; docs/where-does-it-go.md says what to say instead."""

# Refused wherever they stand in a name.
REFUSED = {
    "client", "common", "helper", "helpers", "info", "manager", "misc", "notification", "report", "reports", "status",
    "util", "utils", "user", "users",
}  # fmt: skip
# Refused as the whole name: alone they say nothing.
ALONE = {"base", "contact", "data", "obj", "supervision", "tmp", "type"}
# Refused as the verb of an act.
VERBS = {"do", "handle", "manage", "process"}
