"""What every record of the data files has in common: it is frozen, and knows where it was read from."""

from collections.abc import Mapping
from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, Field, SkipValidation
from pydantic.json_schema import SkipJsonSchema

from disclosure.facts.fields import KNOWN
from disclosure.findings import Where


class Record(BaseModel):
    """Anything read from a data file, with the places it was read from."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, defer_build=True)

    where: SkipJsonSchema[SkipValidation[Where]] = Field(
        default=Where(""), validation_alias=f"{KNOWN}where", repr=False
    )
    places: SkipJsonSchema[SkipValidation[Mapping[str, Where]]] = Field(
        default_factory=dict, validation_alias=f"{KNOWN}places", repr=False
    )

    def where_is(self, field: str) -> Where:
        """Where the value of a field stands, or the record where the field is not written."""
        return self.places.get(field, self.where)


N = TypeVar("N", bound=Record)
KnownId = Annotated[SkipJsonSchema[str], Field(validation_alias=f"{KNOWN}id")]
"""The id that a record stands under."""


def named(records: dict[str, N]) -> dict[str, N]:
    """Records that know the id they stand under."""
    return {name: record.model_copy(update={"id": name}) for name, record in records.items()}
