"""Claims of different texts are linked by what the words state."""

from itertools import permutations

from transforms.text.links.across import CrossLink, Told, cross_links


def claim(
    article: str,
    day: str,
    content: str,
    *,
    speakers: tuple[str, ...] = (),
    act: str = "assert",
    sentence: str = "",
    publisher: str = "Post",
    key: str = "0",
) -> Told:
    return Told(article, day, publisher, key, 0, speakers, act, content, sentence or content)


REPORT = claim(
    "a", "2024-01-01", "Mali has expelled the head of the observer mission", sentence="Mali has expelled the head, diplomats said."
)
DENIAL = claim(
    "b",
    "2024-01-02",
    "reports that it had expelled the head of the observer mission",
    speakers=("mali",),
    act="deny",
    sentence="Mali denied reports that it had expelled the head of the observer mission.",
    publisher="Matin",
)
RETRACTION = claim(
    "c",
    "2024-01-03",
    "its report that Mali had expelled the head of the observer mission",
    sentence="The Post retracted its report that Mali had expelled the head of the observer mission.",
)
OLD_TOLL = claim("d", "2024-01-01", "nine people were killed when shells hit the Taiz market")
NEW_TOLL = claim(
    "e",
    "2024-01-02",
    "The death toll from the shelling of the Taiz market rose to 14",
    sentence="The death toll from the shelling of the Taiz market rose to 14, officials said, up from nine.",
)
SPEECH = claim("f", "2024-01-04", "The border will stay closed until the harvest is in", speakers=("ocen",))
REPRINT = claim("g", "2024-01-05", "“The border will stay closed until the harvest is in”", speakers=("ocen",), publisher="Mail")
OTHER_VOICE = claim("h", "2024-01-05", "The border will stay closed until the harvest is in", speakers=("akello",))
CLAIMS = [REPORT, DENIAL, RETRACTION, OLD_TOLL, NEW_TOLL, SPEECH, REPRINT, OTHER_VOICE]


def related(found: list[CrossLink]) -> set[tuple[str, str, str]]:
    return {(link.relation, link.source[0], link.target[0]) for link in found}


def test_a_denial_is_linked_with_the_accusation_of_its_side() -> None:
    words = "China of ramming one of its boats near a shoal and wounding four sailors"
    accusation = claim("a", "2024-01-01", words, speakers=("manila",), act="accuse", sentence=f"The coast guard accused {words}.")
    words = "that its coast guard had rammed a vessel"
    sentence = f"China denied {words} and repeated its claim that the boat was to blame."
    denial = claim("b", "2024-01-02", words, speakers=("china",), act="deny", sentence=sentence)
    assert related(cross_links([accusation, denial])) == {("denies", "b", "a")}
    other = denial._replace(
        content="that its coast guard had shelled a vessel", sentence="China denied that its coast guard had shelled a vessel."
    )
    assert cross_links([accusation, other]) == []


def test_sharing_names_is_not_sharing_a_claim() -> None:
    earlier = claim("a", "2024-01-01", "the Front would not attend talks planned in Mali and the junta had lied")
    words = "a claim by the junta's envoy that Mali had armed the Front"
    denial = claim("b", "2024-01-02", words, speakers=("ocen",), act="deny", sentence=f"Ocen denied {words}.")
    assert cross_links([earlier, denial]) == []


def test_claims_of_other_texts_are_linked_by_what_the_words_state() -> None:
    assert related(cross_links(CLAIMS)) == {
        ("denies", "b", "a"),
        ("corrects", "c", "a"),
        ("updates", "e", "d"),
        ("same_claim", "g", "f"),
    }


def test_who_withdraws_repeats_or_counts_on_is_linked_to_the_earlier_text() -> None:
    wrong = claim("p", "2024-02-01", "the drivers had lost their way", speakers=("ocen",))
    withdrawn = claim("q", "2024-02-04", "his earlier statement that the drivers had been lost", speakers=("ocen",), publisher="Mail")
    withdrawn = withdrawn._replace(sentence="He withdrew his earlier statement that the drivers had been lost.")
    quoted = claim("p", "2024-02-01", "we have not used tanks", speakers=("wek",))
    repeated = claim("q", "2024-02-04", "that Chad had not used tanks", speakers=("wek",), act="echo")
    repeated = repeated._replace(sentence="He reiterated that Chad had not used tanks.")
    toll = claim("p", "2024-02-01", "Police shot dead at least four protesters in the port")
    risen = claim("q", "2024-02-04", "The death toll from the protest has risen to nine")
    found = related(cross_links([wrong, withdrawn, quoted, repeated, toll, risen]))
    assert {relation for relation, _, _ in found} == {"corrects", "same_claim", "updates"}


def test_the_latest_count_of_the_missing_is_moved_by_who_told_it() -> None:
    first = claim("p", "2024-02-01", "seven people were missing", speakers=("Ivo Rask",))
    second = claim("q", "2024-02-02", "the number of missing at 40", speakers=("Rask",), sentence="Rask put the number of missing at 40.")
    third = claim("r", "2024-02-03", "The missing now number 62", speakers=("Ivo Rask",))
    assert related(cross_links([first, second, third])) == {("updates", "q", "p"), ("updates", "r", "q")}


def test_a_number_is_moved_by_who_told_the_one_that_it_names() -> None:
    first = claim("p", "2024-02-01", "3,100 people had crossed the Arga river", speakers=("Ivo Rask",))
    moved = "the number of people who had crossed the river now stood at 5,800"
    second = claim("q", "2024-02-09", moved, speakers=("Ivo Rask",), sentence=f"Rask said {moved}, up from 3,100.")
    assert related(cross_links([first, second])) == {("updates", "q", "p")}


def test_the_missing_of_somebody_else_are_others() -> None:
    first = claim("p", "2024-02-01", "seven people were missing", speakers=("Ivo Rask",))
    other = claim("q", "2024-02-02", "The missing now number 62", speakers=("Bela Zold",))
    assert cross_links([first, other]) == []


def test_the_order_in_which_texts_are_loaded_and_loading_them_twice_change_nothing() -> None:
    expected = cross_links(CLAIMS)
    for order in permutations(CLAIMS[:5]):
        assert cross_links([*CLAIMS[5:], *order, *order[:2]]) == expected


def test_a_claim_that_is_long_past_is_not_meant() -> None:
    late = DENIAL._replace(published="2024-06-01")
    assert cross_links([REPORT, late]) == []


def test_nothing_is_linked_to_what_comes_later() -> None:
    early = DENIAL._replace(published="2023-12-01")
    assert cross_links([REPORT, early]) == []


def test_who_denies_an_act_of_its_own_denies_what_was_told_of_its_own_side() -> None:
    others = claim("p", "2024-02-01", "Oria's army-led government has agreed in principle to send a delegation to ceasefire talks in Zurel")
    own = claim("p", "2024-02-01", "The Front has already accepted the invitation", key="1")
    words = "that they had accepted an invitation to ceasefire talks in Zurel"
    denial = claim(
        "q", "2024-02-02", words, speakers=("Northern Front",), act="deny", sentence=f"The Northern Front on Friday denied {words}."
    )
    assert [link.target for link in cross_links([others, own, denial])] == [("p", "1")]
    assert cross_links([others, denial]) == []
    unknown = denial._replace(speakers=())  # known by the words of the sentence alone
    assert [link.target for link in cross_links([others, own, unknown])] == [("p", "1")]


def test_an_account_that_opens_with_no_name_may_be_of_who_denies() -> None:
    words = "that it had accepted an invitation to ceasefire talks in Zurel"
    told = claim("p", "2024-02-01", "the rebels had accepted an invitation to the ceasefire talks in Zurel")
    denial = claim("q", "2024-02-02", words, speakers=("Northern Front",), act="deny", sentence=f"The Northern Front denied {words}.")
    assert related(cross_links([told, denial])) == {("denies", "q", "p")}
