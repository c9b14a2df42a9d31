"""The family of papers, drawn: every paper and every step once, safe whatever titles hold."""

from xml.etree import ElementTree

from partnerships.briefs.drawings.layers import layers_of
from partnerships.briefs.drawings.lineage import HEIGHT, WIDTH, Paper, Step, draw_lineage

SVG = "{http://www.w3.org/2000/svg}"


def paper(key: str, **details: object) -> Paper:
    said = {"title": f"문서 {key}", "when": "2013년", "kind": "양해각서", "status": "발효 중", "shape": "valid"}
    return Paper(**{"key": key, "url": f"/agreements/{key}", **said, **details})  # type: ignore[arg-type]


def drawn(papers: list[Paper], steps: list[Step]) -> ElementTree.Element:
    return ElementTree.fromstring(draw_lineage(papers, steps, "계보", "이 협정"))


def words(tree: ElementTree.Element) -> str:
    return " ".join(one.text or "" for one in tree.iter(f"{SVG}text"))


def corner(tree: ElementTree.Element, key: str) -> tuple[float, float]:
    cards = [one for one in tree.iter() if (one.get("class") or "") == "lineage-paper"]
    named = next(one for one in cards if one[0].text == f"문서 {key}")
    card = next(one for one in named.iter(f"{SVG}rect") if "lineage-card" in (one.get("class") or ""))
    return float(card.get("x", 0)), float(card.get("y", 0))


def test_a_chain_runs_from_the_earliest_down() -> None:
    papers = [paper("A"), paper("B", is_current=True), paper("C")]
    tree = drawn(papers, [Step("B", "A", "구체화"), Step("C", "B", "이행")])
    tops = [corner(tree, key)[1] for key in "ABC"]
    assert tops == sorted(tops) and len(set(tops)) == 3
    assert [one.get("href") for one in tree.iter(f"{SVG}a")] == ["/agreements/A", "/agreements/B", "/agreements/C"]
    assert "구체화" in words(tree) and "이행" in words(tree) and words(tree).count("이 협정") == 1
    assert sum((one.get("class") or "") == "lineage-arrow" for one in tree.iter()) == 2


def test_titles_are_escaped_and_a_paper_outside_is_dashed() -> None:
    odd = '<script>alert("1")</script> & 부속'
    outside = Paper("outside-1", odd, "", "", "시스템 밖", "outside")
    svg = draw_lineage([paper("A"), outside], [Step("A", "outside-1", "개정 & 보완")], 'name "x"')
    assert "<script" not in svg
    tree = ElementTree.fromstring(svg)
    assert odd in [one.text for one in tree.iter(f"{SVG}title")]
    assert [one.get("stroke-dasharray") for one in tree.iter(f"{SVG}rect") if one.get("stroke-dasharray")] == ["5 4"]
    assert len(list(tree.iter(f"{SVG}a"))) == 1 and "style" not in svg


def test_thirty_papers_do_not_lie_on_one_another() -> None:
    papers = [paper(str(number)) for number in range(30)]
    steps = [Step(str(number), str(number // 3), "이행") for number in range(1, 30)]
    steps += [Step("29", "0", "재확인"), Step("14", "1", "보충")]
    tree = drawn(papers, steps)
    corners = [corner(tree, str(number)) for number in range(30)]
    for index, (x, y) in enumerate(corners):
        for other_x, other_y in corners[index + 1 :]:
            assert abs(x - other_x) >= WIDTH or abs(y - other_y) >= HEIGHT
    assert float(tree.get("width", 0)) >= max(x for x, _y in corners) + WIDTH


def test_one_paper_alone_and_a_circle_that_slipped_in_are_drawn() -> None:
    assert len(list(drawn([paper("A")], []).iter(f"{SVG}a"))) == 1
    tree = drawn([paper("A"), paper("B")], [Step("A", "B", "이행"), Step("B", "A", "이행")])
    assert len(list(tree.iter(f"{SVG}a"))) == 2


def test_a_root_stands_right_above_what_descends_from_it() -> None:
    layers = layers_of(["A", "B", "C", "old"], [("B", "A"), ("C", "B"), ("C", "old")])
    assert "old" in layers[1] and "C" in layers[2]
