"""The views of the room, split by what is done."""
