from tests.orchestration.house import FERRY, MONDAY


def test_a(house):
    house.write("a.txt", MONDAY, FERRY)
    result = house.run(MONDAY)
    assert result.success, [e.step_failure_data for e in result.all_events if e.is_step_failure]
    for e in result.get_asset_check_evaluations():
        print(e.asset_key, e.passed, e.severity)
    print(house.published("select speaker, content from marts.who_said_what"))
    print(house.published("select measure, value_low, evidence from core.casualty_figures"))
    print(house.published("select row_key,reason,detail from ops.quarantine"))


def test_b(house):
    house.write("a.txt", MONDAY, FERRY)
    result = house.run(MONDAY)
    assert result.success
    result = house.run(MONDAY)
    assert result.success
