#include "event/key_path.h"

#include <doctest/doctest.h>

#include "opened.h"
#include "text/failure.h"

namespace backops::event::tests {
namespace {

std::string steps(Noun noun, std::string_view typed) {
    std::string text;
    for (const yaml::Step& step : key_path(noun, typed).path) {
        const auto* key = std::get_if<std::string>(&step);
        text += key ? "/" + *key : "#" + std::to_string(std::get<std::size_t>(step));
    }
    return text;
}

Type type(Noun noun, std::string_view typed) { return key_path(noun, typed).field->type; }

std::string refusal(Noun noun, std::string_view typed) {
    return failure_of([&] { key_path(noun, typed); });
}

}  // namespace

TEST_CASE("a path goes down records, maps and lists; items count from one") {
    CHECK(steps(Noun::area, "site.venue") == "/site/venue");
    CHECK(type(Noun::area, "site.venue") == Type::text);
    CHECK(steps(Noun::activity, "participants.required") == "/participants/required");
    CHECK(type(Noun::activity, "participants.required") == Type::list);
    CHECK(steps(Noun::activity, "segments.2.name") == "/segments#1/name");
    CHECK(steps(Noun::activity, "segments.2.columns.Audio v1.2") == "/segments#1/columns/Audio v1.2");
    CHECK(steps(Noun::activity, "repeat.changes.2026-06-13.participants.optional.1") ==
          "/repeat/changes/2026-06-13/participants/optional#0");
    CHECK(steps(Noun::event, "comms.radio.Ch. 1") == "/comms/radio/Ch. 1");
    CHECK(steps(Noun::event, "rules.severity.late-meal") == "/rules/severity/late-meal");
    CHECK(steps(Noun::event, "contacts.1.crew") == "/contacts#0/crew");
    CHECK(steps(Noun::crew, "attributes.shirt") == "/attributes/shirt");
    CHECK(steps(Noun::crew, "crew_attributes.shirt.required") == "/crew_attributes/shirt/required");
}

TEST_CASE("keys of one's own have a path but no field, at the top and inside of records") {
    const KeyPath rider = key_path(Noun::crew, "x-rider.hot meals.1");
    CHECK(rider.field == nullptr);
    CHECK(steps(Noun::crew, "x-rider.hot meals.1") == "/x-rider/hot meals/1");
    CHECK(steps(Noun::area, "site.x-gate.code") == "/site/x-gate/code");
    CHECK(key_path(Noun::area, "site.x-gate.code").field == nullptr);
    CHECK(refusal(Noun::crew, "x-rider.").find("is blank") != std::string::npos);
    CHECK(refusal(Noun::crew, "x-a\x01").find("control character") != std::string::npos);
    CHECK(refusal(Noun::crew, "x-\xff").find("UTF-8") != std::string::npos);
}

TEST_CASE("a key that does not exist suggests the nearest") {
    CHECK(refusal(Noun::area, "lokation") == "`lokation` is no key of an area\ndid you mean `location`?");
    CHECK(refusal(Noun::area, "site.venu") == "`venu` is no key of `site`\ndid you mean `venue`?");
    CHECK(refusal(Noun::area, "").starts_with("`` is no key of an area"));
    CHECK(refusal(Noun::area, "site.").starts_with("`` is no key of `site`"));
    CHECK(refusal(Noun::area, "name.first") == "`name` has nothing below it");
    CHECK(refusal(Noun::activity, "segments.opening") == "`opening` is no place in `segments`: items count from 1");
    CHECK(refusal(Noun::activity, "segments.0") == "`0` is no place in `segments`: items count from 1");
    CHECK(refusal(Noun::activity, "repeat.changes.fri").starts_with("`fri` is no date"));
    CHECK(refusal(Noun::crew, "attributes.T Shirt").starts_with("`T Shirt` is no id"));
}

TEST_CASE("new keys are written in the table's order, at every depth") {
    const yaml::KeyOrder order = key_order(Noun::activity);
    CHECK(order({}).front() == "name");
    CHECK(order({}).back() == "notes");
    CHECK(order({"participants"}) == std::vector<std::string_view>{"required", "optional"});
    CHECK(order({"segments", std::size_t{3}}).front() == "name");
    CHECK(order({"repeat", "changes", "2026-06-12"}).front() == "name");
    CHECK(order({"segments", std::size_t{3}, "columns"}).empty());
    CHECK(order({"x-own"}).empty());
    CHECK(order({"name"}).empty());
}

}  // namespace backops::event::tests
