#include "text/id.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using backops::text::id_from;
using backops::text::is_id;

TEST_CASE("an id is small letters, digits and single hyphens inside") {
    for (const auto* id : {"a", "7", "main-stage", "day-2-load-in", "x1"}) CHECK(is_id(id));
    for (const auto* text : {"", "-", "-a", "a-", "a--b", "A", "a b", "a_b", "a.b", "é", "a/b", "..", "a\n"}) {
        CHECK_FALSE(is_id(text));
    }
    CHECK_FALSE(is_id(std::string_view("a\0b", 3)));
}

TEST_CASE("an id has at most 64 characters") {
    CHECK(is_id(std::string(64, 'a')));
    CHECK_FALSE(is_id(std::string(65, 'a')));
}

TEST_CASE("an id is made from a name") {
    CHECK(id_from("Café Müller") == "cafe-muller");
    CHECK(id_from("Main Stage") == "main-stage");
    CHECK(id_from("  Dock #3 (north) ") == "dock-3-north");
    CHECK(id_from("R&B / Soul") == "r-b-soul");
    CHECK(id_from("cafe\u0301") == "cafe");
}

TEST_CASE("letters without a decomposition are spelled by table") {
    CHECK(id_from("Smørrebrød Æther Łódź") == "smorrebrod-aether-lodz");
    CHECK(id_from("Straße GROẞ Œuvre Đorđe") == "strasse-gross-oeuvre-dorde");
    CHECK(id_from("Þór Guðrún") == "thor-gudrun");
    CHECK(id_from("Iğdır İzmir") == "igdir-izmir");
}

TEST_CASE("compatibility forms become what they look like") {
    CHECK(id_from("Ｓｔａｇｅ ２") == "stage-2");
    CHECK(id_from("ﬁnal №5") == "final-no5");
}

TEST_CASE("a name with nothing left has no id") {
    for (const auto* name :
         {"", "   ", "音楽", "اسم", "Привет", "👨‍👩‍👧", "---", "\xFF\xFE", "\u0301", "\x1b"}) {
        CHECK(id_from(name).empty());
    }
}

TEST_CASE("what is no letter becomes one hyphen between letters") {
    CHECK(id_from("音a楽楽b会") == "a-b");
    CHECK(id_from("a\xFF\xE2\x82"
                  "b\x1b") == "a-b");
    CHECK(id_from("a\tb\nc") == "a-b-c");
    CHECK(id_from(std::string_view("a\0b", 3)) == "a-b");
}

TEST_CASE("a long name's id is cut at a hyphen") {
    const auto id = id_from("The Very Long Name Of A Stage That Somebody Typed Into The Form Yesterday");
    CHECK(id == "the-very-long-name-of-a-stage-that-somebody-typed-into-the-form");
    CHECK(id_from(std::string(64, 'a') + " b") == std::string(64, 'a'));
    CHECK(id_from(std::string(100, 'a')) == std::string(64, 'a'));
    CHECK(id_from("dj " + std::string(100, 'x')) == "dj-" + std::string(61, 'x'));
}

TEST_CASE("whatever is typed, the id is an id or nothing") {
    std::string zalgo = "z";
    for (int i = 0; i < 10'000; ++i) zalgo += "\u0335\u0321";
    CHECK(id_from(zalgo + "a") == "za");
    std::string bytes;
    for (int i = 0; i < 2000; ++i) {
        bytes += static_cast<char>((i * 7919 + i / 3) % 256);
        const auto id = id_from(std::string_view(bytes).substr(bytes.size() - std::min<std::size_t>(bytes.size(), 90)));
        CHECK((id.empty() || is_id(id)));
    }
}

TEST_CASE("an id is its own id") {
    for (const auto* name : {"Café Müller", "a--b", "Łódź 7"}) CHECK(id_from(id_from(name)) == id_from(name));
}
