"""The ontology: complete, labelled in both languages, and the same as what code, queries and README speak of."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pyshacl
import pytest
from rdflib import OWL, RDF, RDFS, SH, Graph, Literal, Namespace, URIRef

import kg
from kg.errors import ConfigError, OutputError
from kg.graph import GOV, reference, to_graph
from kg.graph.terms import VOCABULARIES
from kg.graph.vocabulary import ontology_file, vocabulary
from kg.model import BOTH_WAYS, ROLES, EventType, Kind
from tests.sample import sample

ROOT = Path(__file__).parents[2]
SCHEMA = Namespace(VOCABULARIES["schema"])
ONTOLOGY = Graph().parse(data=ontology_file("governance.ttl"), format="turtle")
SHAPES = Graph().parse(data=ontology_file("shapes.ttl"), format="turtle")
TERMS = sorted({str(s) for s in ONTOLOGY.subjects() if str(s).startswith(GOV)})


def known(iri: str) -> bool:
    if iri.startswith(GOV):
        return iri in TERMS
    return iri.startswith(tuple(VOCABULARIES.values()))


@pytest.mark.parametrize("iri", TERMS)
def test_a_term_says_what_it_is_in_both_languages(iri: str) -> None:
    term = URIRef(iri)
    for said in (RDFS.label, RDFS.comment):
        texts = [text for text in ONTOLOGY.objects(term, said) if isinstance(text, Literal)]
        assert sorted(str(text.language) for text in texts) == ["en", "zh"]
        assert all(str(text).strip() for text in texts)
        assert all(re.search("[㐀-鿿]", text) for text in texts if text.language == "zh")


@pytest.mark.parametrize("iri", TERMS)
def test_a_term_refers_only_to_terms_that_exist(iri: str) -> None:
    term = URIRef(iri)
    kinds = set(ONTOLOGY.objects(term, RDF.type))
    assert len(kinds & {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty}) == 1
    if OWL.Class not in kinds:
        assert set(ONTOLOGY.objects(term, SCHEMA.domainIncludes))
        assert set(ONTOLOGY.objects(term, SCHEMA.rangeIncludes))
    assert [other for other in ONTOLOGY.objects(term) if isinstance(other, URIRef) and not known(str(other))] == [
        URIRef(GOV.rstrip("#"))
    ]


def test_symmetric_properties_join_equals() -> None:
    for term in ONTOLOGY.subjects(RDF.type, OWL.SymmetricProperty):
        assert set(ONTOLOGY.objects(term, SCHEMA.domainIncludes)) == set(ONTOLOGY.objects(term, SCHEMA.rangeIncludes))


def test_the_ontology_names_itself() -> None:
    (ontology,) = ONTOLOGY.subjects(RDF.type, OWL.Ontology)
    assert f"{ontology}#" == GOV
    assert str(ONTOLOGY.value(ontology, OWL.versionInfo)) == kg.__version__


def test_roles_kinds_and_event_types_of_the_model_are_declared() -> None:
    assert vocabulary().roles == set(ROLES)
    assert {*get_args(Kind), *get_args(EventType)} <= set(vocabulary().classes)


def test_classes_know_all_their_parents() -> None:
    bank = vocabulary().classes["Bank"]
    assert {f"{GOV}Bank", f"{GOV}Organization", VOCABULARIES["org"] + "Organization"} <= set(bank)


def test_every_gov_term_in_the_graph_is_declared() -> None:
    used = {str(term) for triple in to_graph(sample()) for term in triple if str(term).startswith(GOV)}
    assert used <= set(TERMS)


SPEAKERS = sorted(
    path
    for pattern in ("kg/graph/*.py", "kg/queries/*", "ontology/*")
    for path in ROOT.glob(pattern)
    if path.suffix in {".py", ".rq", ".ttl", ".md"}
)


@pytest.mark.parametrize("path", SPEAKERS, ids=lambda path: path.name)
def test_every_gov_term_in_a_file_is_declared(path: Path) -> None:
    text = path.read_text("utf-8")
    spoken = set(re.findall(r"\bgov:([A-Za-z]\w*)", text)) | set(re.findall(r'\bgov\("(\w+)"\)', text))
    assert {GOV + name for name in spoken} <= set(TERMS)


def test_the_shapes_are_right_shacl() -> None:
    conforms, _, text = pyshacl.validate(Graph(), shacl_graph=SHAPES, meta_shacl=True)
    assert conforms, text


def test_every_property_shape_says_what_it_wants() -> None:
    shapes = set(SHAPES.objects(None, SH.property))
    assert shapes
    assert not [shape for shape in shapes if (shape, SH.message, None) not in SHAPES]


def test_the_readme_has_todays_tables() -> None:
    readme = (ROOT / "ontology" / "README.md").read_text("utf-8")
    assert reference.renewed(readme) == readme, "run: python -m kg.graph.reference ontology/README.md"


@pytest.mark.parametrize("iri", TERMS)
def test_the_readme_names_every_term(iri: str) -> None:
    readme = (ROOT / "ontology" / "README.md").read_text("utf-8")
    assert f"\n| `gov:{iri.removeprefix(GOV)}` |" in readme


def test_a_readme_without_marks_is_refused() -> None:
    with pytest.raises(OutputError, match="<!-- terms -->"):
        reference.renewed("# Terms\n")


def test_a_missing_ontology_is_named() -> None:
    with pytest.raises(ConfigError, match=r"no\.ttl"):
        ontology_file("no.ttl")


def test_an_installed_package_brings_its_ontology(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "kg" / "ontology").mkdir(parents=True)
    (tmp_path / "kg" / "ontology" / "governance.ttl").write_bytes(b"# installed")
    monkeypatch.setattr("kg.graph.vocabulary.files", lambda package: tmp_path / package)
    assert ontology_file("governance.ttl") == b"# installed"


def test_what_holds_both_ways_is_the_same_in_code_and_ontology() -> None:
    assert vocabulary().symmetric == BOTH_WAYS
