#include "exchange/folding.h"

#include <doctest/doctest.h>

#include "feed.h"

using namespace backops;
using namespace backops::tests;
using exchange::refolded;

TEST_CASE("a line of 75 octets stays whole, a longer one is folded") {
    const std::string fits(75, 'a');
    CHECK(refolded(fits + "\r\n") == fits + "\r\n");
    CHECK(refolded(fits + "b\r\n") == fits + "\r\n b\r\n");
    CHECK(refolded(std::string(75 + 74 + 1, 'a') + "\r\n") ==
          std::string(75, 'a') + "\r\n " + std::string(74, 'a') + "\r\n a\r\n");
}

TEST_CASE("a fold leaves characters whole") {
    const std::string before(73, 'a');
    CHECK(refolded(before + "東\r\n") == before + "\r\n 東\r\n");
    CHECK(refolded(before + "é\r\n") == before + "é\r\n");
}

TEST_CASE("a line end that was torn apart is mended") {
    CHECK(refolded("A:b\r\r\n \nC:d\r\n") == "A:b\r\nC:d\r\n");
    CHECK(refolded("A:b\r\n c\r\n") == "A:bc\r\n");
}

TEST_CASE("names of every length are read back as they are") {
    for (std::size_t length = 1; length < 200; ++length) {
        std::string name;
        while (name.size() < length) name += name.size() % 3 == 0 ? "é" : "x";
        PlanBuilder plan;
        plan.activity("doors", name, "2026-06-12T17:00");
        const std::string text = feed(plan);
        REQUIRE(properties(text, {"SUMMARY"}) == Texts{"SUMMARY:" + name});
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = text.find("\r\n", at);
            REQUIRE(end - at <= 75);
            at = end + 2;
        }
    }
}
