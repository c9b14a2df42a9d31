"""The file store: attached files by the hash of their contents, and what their contents say that they are."""

from partnerships.adapters.files.kinds import UnknownKind, media_type_of
from partnerships.adapters.files.store import EmptyFile, FileStore, FileTooLarge, StoredFile, Upload

__all__ = ["EmptyFile", "FileStore", "FileTooLarge", "StoredFile", "UnknownKind", "Upload", "media_type_of"]
