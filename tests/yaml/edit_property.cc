#include <doctest/doctest.h>

#include "random_edit.h"

namespace backops::yaml::test {
namespace {

constexpr std::size_t edits_tried = 20'000;

struct Tally {
    std::size_t edits = 0;
    std::size_t files = 0;
    std::size_t refused = 0;
    std::size_t spread = 0;
};

void try_edit(Dice& dice, Document& document, Tally& tally) {
    const std::string before = document.text();
    const Node root = document.root();
    if (root.kind != Kind::map) return;
    const Edit edit = random_edit(dice, root);
    const Value wanted = applied(edit, document.value());
    INFO("before:\n", before, "\nafter:\n", document.text());
    apply(edit, document);
    const std::string after = document.text();
    INFO("edited:\n", after);
    ++tally.edits;
    REQUIRE(means(after, wanted));
    if (edit.sort != Edit::Sort::remove) {
        const Node* there = at(document.root(), edit.path);
        REQUIRE(there);
        document.set(edit.path, value_of(*there));
        REQUIRE(document.text() == after);
    }
    const bool in_flow = root.style == Style::flow;
    if (!in_flow && !wanted.empty() && !keeps_the_rest(before, root, edit, after)) {
        ++tally.spread;
    }
}

}  // namespace

TEST_CASE("random edits of odd files give the wanted tree and leave every other entry's bytes alone") {
    Dice dice(20'260'612);
    Tally tally;
    while (tally.edits < edits_tried) {
        const std::string text = random_record(dice);
        ++tally.files;
        if (!read(text)) {
            ++tally.refused;
            continue;
        }
        Document document(text);
        for (int i = 0; i < 4; ++i) try_edit(dice, document, tally);
    }
    CHECK(tally.refused * 20 < tally.files);
    CHECK(tally.spread * 5000 < tally.edits);
}

TEST_CASE("a key that is added and removed again leaves the bytes as they were") {
    Dice dice(7);
    for (int i = 0; i < 2000; ++i) {
        const std::string text = random_record(dice);
        const auto root = read(text);
        if (!root || root->kind != Kind::map || root->style == Style::flow) continue;
        const std::vector<std::string_view> order = {"areas", "new", "name"};
        Document document(text, [&](const Path&) { return order; });
        document.set({"new"}, random_value(dice, 2));
        document.remove({"new"});
        const bool open_end = !text.ends_with('\n');
        INFO("before:\n", text, "\nafter:\n", document.text());
        const bool restored = document.text() == text ||
                              (open_end && (document.text() == text + "\n" || document.text() == text + "\r\n"));
        REQUIRE(restored);
    }
}

}  // namespace backops::yaml::test
