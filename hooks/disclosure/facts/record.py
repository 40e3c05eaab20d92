"""Base class of the records in data files: immutable, with the places they were read from."""

from collections.abc import Mapping
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, SkipValidation, model_validator
from pydantic.json_schema import SkipJsonSchema

from disclosure.facts.fields import KNOWN
from disclosure.findings import Where


class Placed(dict[str, Any]):
    """A mapping of a data file, from which pydantic can make a record or a plain ``dict``."""

    known: dict[str, object]
    """Fields that the program fills in, by alias; only a record takes them."""


class Record(BaseModel):
    """Anything read from a data file, with the places where it was read."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, defer_build=True)

    where: SkipJsonSchema[SkipValidation[Where]] = Field(
        default=Where(""), validation_alias=f"{KNOWN}where", repr=False, exclude=True
    )
    places: SkipJsonSchema[SkipValidation[Mapping[str, Where]]] = Field(
        default_factory=dict, validation_alias=f"{KNOWN}places", repr=False, exclude=True
    )

    @model_validator(mode="before")
    @classmethod
    def _filled(cls, given: Any) -> Any:
        return given | given.known if isinstance(given, Placed) else given

    def where_is(self, field: str) -> Where:
        """The place of a field's value, or of the record if the field is not written."""
        return self.places.get(field, self.where)


R = TypeVar("R", bound=Record)
KnownId = Annotated[SkipJsonSchema[str], Field(validation_alias=f"{KNOWN}id")]
"""The id of a record: its key in the file."""


def named(records: dict[str, R]) -> dict[str, R]:
    """The records, each with its key as ``id``."""
    return {name: record.model_copy(update={"id": name}) for name, record in records.items()}
