#include "text/near_miss.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

using backops::text::nearest;

using Strings = std::vector<std::string>;

namespace {

std::size_t edits(std::string_view a, std::string_view b) {
    std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            auto& cell = table[i][j];
            cell = std::max(i, j);
            if (i == 0 || j == 0) continue;
            const std::size_t substitution = a[i - 1] == b[j - 1] ? 0 : 1;
            cell = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + substitution});
            const bool swaps = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swaps) cell = std::min(cell, table[i - 2][j - 2] + 1);
        }
    }
    return table[a.size()][b.size()];
}

}  // namespace

TEST_CASE("the nearest candidate has the fewest edits") {
    const Strings areas = {"main-gate", "main-stage", "small-stage"};
    CHECK(nearest("main-stge", areas) == "main-stage");
    CHECK(nearest("mian-gate", areas) == "main-gate");
    CHECK(nearest("mainstage", areas) == "main-stage");
    CHECK(nearest("main-stages", areas) == "main-stage");
}

TEST_CASE("swapped neighbours are one edit") {
    CHECK(nearest("fro", Strings{"for"}) == "for");
    CHECK(nearest("eb", Strings{"be"}) == std::nullopt);
    CHECK(nearest("strat", Strings{"start"}) == "start");
}

TEST_CASE("no letter is edited twice") {
    CHECK(nearest("abcd", Strings{"bdac"}) == std::nullopt);
    CHECK(nearest("abcdefghi", Strings{"bacdefgih"}) == "bacdefgih");
}

TEST_CASE("edits are counted as the definition of optimal string alignment counts them") {
    std::mt19937 random(3);
    const auto random_word = [&](std::size_t most) {
        std::string word;
        for (auto count = random() % most + 1; count > 0; --count) word += static_cast<char>('a' + random() % 3);
        return word;
    };
    for (int round = 0; round < 2000; ++round) {
        const auto word = random_word(64);
        auto other = random_word(70);
        if (round % 2 == 0) {
            other = word;
            for (auto edits = random() % 6; edits > 0; --edits) {
                const auto at = random() % other.size();
                std::swap(other[at], other[random() % 2 == 0 ? at : at / 2]);
                other.insert(at, 1, 'b');
            }
        }
        const auto allowed = std::max<std::size_t>(std::max(word.size(), other.size()) / 3, word.size() >= 3);
        const bool is_near = edits(word, other) <= allowed;
        CHECK(nearest(word, Strings{other}).has_value() == is_near);
    }
}

TEST_CASE("case does not count") {
    CHECK(nearest("MAIN-STAGE", Strings{"main-stag", "main-stage"}) == "main-stage");
    CHECK(nearest("ÜBERGABE", Strings{"übergabe"}) == "übergabe");
}

TEST_CASE("at most a third of the letters may differ") {
    CHECK(nearest("abcxyz", Strings{"abcdxy"}) == "abcdxy");
    CHECK(nearest("abcxyz", Strings{"abcdef"}) == std::nullopt);
    CHECK(nearest("start", Strings{"end", "name"}) == std::nullopt);
    CHECK(nearest("a", Strings{"b"}) == std::nullopt);
    CHECK(nearest("ab", Strings{"abc"}) == "abc");
    CHECK(nearest("音楽会", Strings{"音楽祭"}) == "音楽祭");
}

TEST_CASE("a whole part between hyphens is a near miss, but an edit is nearer") {
    CHECK(nearest("stage", Strings{"gate", "main-stage"}) == "main-stage");
    CHECK(nearest("lindt", Strings{"maya-lindt-2"}) == "maya-lindt-2");
    CHECK(nearest("stage", Strings{"main-stage", "stages"}) == "stages");
    CHECK(nearest("tage", Strings{"main-stage-left-side"}) == std::nullopt);
    CHECK(nearest("stage", Strings{"backstage-stage"}) == "backstage-stage");
}

TEST_CASE("the first of equals is taken") {
    CHECK(nearest("stage-x", Strings{"stage-b", "stage-a"}) == "stage-b");
    CHECK(nearest("stage", Strings{"left-stage", "main-stage"}) == "left-stage");
}

TEST_CASE("nothing is near to nothing, nor to what is no word") {
    CHECK(nearest("", Strings{"a", ""}) == std::nullopt);
    CHECK(nearest("abc", Strings{}) == std::nullopt);
    CHECK(nearest("abc", Strings{""}) == std::nullopt);
    CHECK(nearest(std::string(1'000'000, 'a'), Strings{std::string(1'000'000, 'a')}) == std::nullopt);
}

TEST_CASE("bytes that are no UTF-8 are letters like others") {
    CHECK(nearest("main\xFFstage", Strings{"main-stage"}) == "main-stage");
    CHECK(nearest("\xFF", Strings{"abcdef"}) == std::nullopt);
}
