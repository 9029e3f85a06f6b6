#include "exchange/ical_library.h"

#include <doctest/doctest.h>

using namespace backops::exchange;

TEST_CASE("libical is loaded when it is used, and reads and writes a component") {
    const Component component(ical().icalcomponent_new_from_string(
        "BEGIN:VEVENT\r\nUID:a@b\r\nSUMMARY:Line check\\, stage left\r\nEND:VEVENT\r\n"));
    REQUIRE(component);
    CHECK(ical().icalcomponent_isa(component.get()) == ICAL_VEVENT_COMPONENT);
    icalproperty* summary = ical().icalcomponent_get_first_property(component.get(), ICAL_SUMMARY_PROPERTY);
    REQUIRE(summary);
    CHECK(std::string(ical().icalvalue_get_text(ical().icalproperty_get_value(summary))) == "Line check, stage left");
    CHECK(taken_text(ical().icalcomponent_as_ical_string_r(component.get())) ==
          "BEGIN:VEVENT\r\nUID:a@b\r\nSUMMARY:Line check\\, stage left\r\nEND:VEVENT\r\n");
}

TEST_CASE("a broken calendar does not end the program") {
    const Component component(ical().icalcomponent_new_from_string("SUMMARY:nothing around it\r\n"));
    CHECK_FALSE(component);
}
