#include "yaml/parse.h"

#include "event/models.h"
#include "fuzzed.h"
#include "yaml/random_edit.h"
#include "yaml/write.h"

using namespace backops;

namespace {

void hold_places(const text::Problems& problems, std::string_view text) {
    for (const text::Problem& problem : problems) {
        // One of the file as a whole has no line.
        fuzz::hold((problem.place.line >= 1) == (problem.place.column >= 1), "a place has both", problem.message);
        fuzz::hold(!problem.message.empty() && problem.message.find('\n') == std::string::npos, "a message is one line",
                   problem.message);
        fuzz::hold(static_cast<std::size_t>(problem.place.line) <= text.size() + 1, "the place is in the file",
                   problem.message);
    }
}

void hold_spans(const yaml::Node& node, std::size_t size) {
    fuzz::hold(node.span.begin <= node.span.end && node.span.end <= size, "a span lies in the file");
    for (const yaml::Node& item : node.items) hold_spans(item, size);
    for (const yaml::Entry& entry : node.entries) {
        fuzz::hold(entry.key_span.begin <= entry.key_span.end && entry.key_span.end <= size, "a key lies in the file");
        hold_spans(entry.value, size);
    }
}

}  // namespace

/// A record's text: it is read as YAML, and as the kind of record that its length says; what it means is written and
/// read back.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* begin, std::size_t size) {
    const std::string text(fuzz::bytes(begin, size));
    text::Problems problems;
    const auto root = yaml::parse("f.yaml", text, problems);
    hold_places(problems, text);
    fuzz::hold(root || !problems.empty(), "what is not read has a problem");
    if (root) hold_spans(*root, size);
    if (root && problems.empty() && root->kind == yaml::Kind::map) {
        const yaml::Value value = yaml::value_of(*root);
        fuzz::hold(yaml::test::means(yaml::record_text(value), value), "what is written is read back", text);
    }
    const event::RecordFile file =
        event::read_record(event::tests::all_nouns[size % event::tests::all_nouns.size()], "a", text);
    fuzz::hold(file.problems.size() <= event::most_problems + 1, "only so many problems are kept");
    hold_places(file.problems, text);
    event::tests::read_model(file);
    return 0;
}
