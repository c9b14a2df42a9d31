"""One file for the reader and for the archive: PDF/UA-1 and PDF/A-3a at once, with the values it was made from inside.

WeasyPrint makes either, not both: so the PDF/UA mark is put into the metadata of its PDF/A, and table heads are told
which way they point (PDF/UA's clause 7.5).
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final

from weasyprint import Attachment

VARIANT: Final = "pdf/a-3a"

# PDF/A lets foreign metadata in only with a description of its schema beside it.
_UA_METADATA: Final = b"""
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about=""
    xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
    xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
  <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
      <pdfaProperty:name>part</pdfaProperty:name>
      <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
      <pdfaProperty:category>internal</pdfaProperty:category>
      <pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
  </rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""


def write_archival_pdf(document: Any, values: str, name: str, as_of: datetime) -> bytes:
    """The PDF of WeasyPrint's laid-out ``document``, with ``values`` (JSON text) attached as its source, ``name``.json.

    Every date inside is ``as_of``, so the same values give the same bytes.
    """
    metadata = document.metadata
    generate = metadata.generate_rdf_metadata

    def generate_for_both(*arguments: Any) -> bytes:
        plain: bytes = generate(*arguments)
        return plain.replace(b"</rdf:RDF>", _UA_METADATA + b"</rdf:RDF>")

    metadata.generate_rdf_metadata = generate_for_both
    metadata.attachments = [
        Attachment(string=values, name=f"{name}.json", created=as_of, modified=as_of, relationship="Source")
    ]
    pdf: bytes = document.write_pdf(pdf_variant=VARIANT, finisher=_tell_scopes)
    return pdf


def _tell_scopes(_document: Any, pdf: Any) -> None:
    """Say of every table head whether it stands over a column or before a row."""
    for head, parents in _table_heads(pdf):
        row_group = parents.get(parents.get(head["P"], {}).get("P"), {})
        head["A"]["Scope"] = "/Column" if row_group.get("S") == "/THead" else "/Row"


def _table_heads(pdf: Any) -> Iterator[tuple[Any, dict[Any, Any]]]:
    """Each TH of ``pdf``'s structure, with the structure by reference."""
    elements: dict[Any, Any] = {}
    for item in pdf.objects:
        if isinstance(item, dict) and item.get("Type") == "/StructElem":
            # pydyf's own dictionary, which knows the number that it is referred to by.
            element: Any = item
            elements[element.reference] = element
    for element in elements.values():
        if element.get("S") == "/TH" and "A" in element:
            yield element, elements
