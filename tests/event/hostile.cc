#include <doctest/doctest.h>

#include <chrono>

#include "event/load.h"
#include "models.h"
#include "opened.h"
#include "yaml/random_record.h"

namespace backops::event::tests {
namespace {

std::string repeated(const std::string& text, std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += text;
    return out;
}

// One line of as many entries as there may be in a file.
std::string numbered(const std::string& before, const std::string& after, std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += before + std::to_string(i) + after;
    return out;
}

std::size_t bytes_of(const text::Problems& problems) {
    std::size_t bytes = 0;
    for (const text::Problem& problem : problems) {
        bytes += problem.message.size() + problem.place.excerpt.size();
        for (const text::Note& note : problem.others) bytes += note.place.excerpt.size();
    }
    return bytes;
}

std::vector<std::string> paths_of(std::span<const Field> fields, const std::string& above, int depth) {
    std::vector<std::string> keys;
    for (const Field& field : fields) {
        keys.push_back(above + std::string(field.key));
        const Field* here = &field;
        while (here->element) here = here->element;
        if (depth > 0)
            for (const std::string& inner : paths_of(here->fields, "", depth - 1)) keys.push_back(inner);
    }
    return keys;
}

}  // namespace

TEST_CASE("a file with a hundred thousand mistakes on one line reports a hundred and keeps little of the line") {
    const std::string wide = "{" + numbered("k", ": x, ", 45'000) + "name: A}\n";
    const RecordFile file = read_record(Noun::area, "a", wide);
    CHECK(file.problems.size() == most_problems + 1);
    CHECK(file.problems.back().rule == "limit");
    CHECK(bytes_of(file.problems) < 1024 * 1024);
    CHECK(file.problems[50].place.column > 300);
}

TEST_CASE("a file with thousands of references to nothing reports a hundred") {
    Opened event(summer_sound({{"activities/doors.yaml",
                                "name: A\nstart: 2026-06-12\nareas: [" + numbered("nowhere-", ", ", 60'000) + "foh]\n"},
                               {"activities/focus.yaml", "name: A\nstart: 2026-06-12\nparticipants: {required: [" +
                                                             numbered("p-", ", ", 40'000) + "sam], optional: [" +
                                                             numbered("p-", ", ", 40'000) + "noor]}\n"},
                               {"crew/sam.yaml", "name: S\ncollaborator: northlight\nattributes: {" +
                                                     numbered("a-", ": 1, ", 45'000) + "b: 1}\n"}}));
    const text::Problems problems = load(event.directory).problems;
    CHECK(problems.size() <= 4 * (most_problems + 1));
    CHECK(bytes_of(problems) < 4 * 1024 * 1024);
}

TEST_CASE("long lists without a mistake are read in the time of a blink") {
    const auto begin = std::chrono::steady_clock::now();
    const RecordFile file =
        read_record(Noun::activity, "a",
                    "name: A\nstart: 2026-06-12\nparticipants:\n  required: [" + numbered("p-", ", ", 45'000) +
                        "a]\n  optional: [" + numbered("q-", ", ", 45'000) + "b]\n");
    CHECK(file.problems.empty());
    const RecordFile changes =
        read_record(Noun::activity, "a",
                    "name: A\nstart: 2026-06-12\nrepeat:\n  every: day\n  skip: [" + repeated("2026-06-12, ", 20'000) +
                        "2026-06-13]\n  changes: {2026-06-14: {name: B}}\n");
    CHECK(changes.problems.size() == most_problems + 1);
    // Far more than it takes, far less than comparing each with each.
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
}

TEST_CASE("any value in place of any key gives problems and a model, never a crash") {
    const std::vector<std::string> values = {"",
                                             "x",
                                             "[]",
                                             "{}",
                                             "[[]]",
                                             "[{}]",
                                             "{a: b}",
                                             "[a, b]",
                                             "{a: {b: [c]}}",
                                             "false",
                                             "''",
                                             "\"\\0\"",
                                             "- - a",
                                             "2026-06-12",
                                             "24:00",
                                             "0",
                                             "99999999",
                                             "{2026-06-12: x}",
                                             "~",
                                             "[x, [y]]",
                                             "{a: [b]}",
                                             "\"\\n\"",
                                             "{x-a: {b: c}}",
                                             "[~]",
                                             "{every: day}",
                                             "|\n  a\n",
                                             "&a b"};
    for (const Noun noun : all_nouns)
        for (const std::string& key : paths_of(fields_of(noun), "", 3))
            for (const std::string& value : values)
                for (const std::string& text :
                     {key + ": " + value + "\n", "name: A\nrepeat:\n  " + key + ": " + value + "\n",
                      "segments:\n- " + key + ": " + value + "\n",
                      "crew_attributes:\n  a:\n    " + key + ": " + value + "\n"}) {
                    const RecordFile file = read_record(noun, "a", text);
                    read_model(file);
                    REQUIRE(file.problems.size() <= most_problems + 1);
                }
}

TEST_CASE("any bytes in any file are loaded with problems, never a crash") {
    yaml::test::Dice dice(7);
    const auto next = [&] { return dice.below(1U << 16U); };
    const Files sound = summer_sound();
    for (int round = 0; round < 300; ++round) {
        Files files = sound;
        for (auto& [path, text] : files) {
            if (path == "event.yaml" || next() % 3 != 0) continue;
            for (std::size_t i = next() % 4; i > 0; --i) text[next() % text.size()] = static_cast<char>(next());
            if (next() % 4 == 0) text.resize(next() % text.size());
        }
        Opened event(files);
        const Loading loading = load(event.directory);
        REQUIRE(loading.files == files.size());
    }
}

}  // namespace backops::event::tests
