"""Views: thin. They read a form, call one action, and lead on."""
