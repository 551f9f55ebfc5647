"""The witness: keeps the heads of the journal's chains where the database's superuser cannot write."""

from oppvekst.adapters.witness.witness import FolderWitness, Kept, Witness

__all__ = ["FolderWitness", "Kept", "Witness"]
