#include "yaml/edit.h"

#include "fuzzed.h"
#include "yaml/random_edit.h"

using namespace backops;
using namespace backops::yaml;

namespace {

constexpr int most_edits = 4;

void edit(test::Dice& dice, Document& document) {
    const std::string before = document.text();
    if (document.root().kind != Kind::map) return;
    const test::Edit edit = test::random_edit(dice, document.root());
    const Value wanted = test::applied(edit, document.value());
    const Node root = document.root();
    const bool was_so = same(wanted, document.value());
    test::apply(edit, document);
    const std::string after = document.text();
    fuzz::hold(test::means(after, wanted), "an edit gives the wanted tree", after);
    fuzz::hold(!was_so || after == before, "an edit to what is already so changes no byte", after);
    if (root.style != Style::flow && !wanted.empty())
        fuzz::hold(test::keeps_the_rest(before, root, edit, after), "an edit leaves the other entries' bytes alone",
                   before + "\n=>\n" + after);
    if (edit.sort == test::Edit::Sort::remove) return;
    const Node* there = at(document.root(), edit.path);
    if (!there) return;
    document.set(edit.path, value_of(*there));
    fuzz::hold(document.text() == after, "the same edit again changes no byte", after);
}

}  // namespace

/// A record's text and, behind a NUL, the choices of a few edits to it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* begin, std::size_t size) {
    const fuzz::Parts parts = fuzz::parts(fuzz::bytes(begin, size));
    const std::string text(parts.text);
    if (!test::read(text)) return 0;
    Document document(text);
    fuzz::hold(document.text() == text, "an opened document is the text it was made of", text);
    test::Dice dice(parts.choices);
    for (int i = 0; i < most_edits; ++i) edit(dice, document);
    return 0;
}
