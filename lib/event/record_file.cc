#include "event/record_file.h"

#include <fmt/format.h>

#include <algorithm>

#include "event/shape.h"
#include "text/near_miss.h"
#include "text/wording.h"
#include "yaml/parse.h"

namespace backops::event {

std::string_view word(Target target) {
    switch (target) {
        case Target::area:
            return "area";
        case Target::collaborator:
            return "collaborator";
        case Target::crew:
            return "crew member";
        case Target::party:
            return "collaborator or crew member";
        case Target::activity:
            return "activity";
        case Target::timeframe:
            return "time frame";
        case Target::any:
        case Target::none:
            break;
    }
    return "record";
}

namespace {

// The commands that list what a reference may name.
std::string all_of_them(Target target) {
    switch (target) {
        case Target::collaborator:
            return "all of them: backops collab list";
        case Target::party:
            return "all of them: backops collab list, backops crew list";
        default:
            return fmt::format("all of them: backops {} list", target == Target::timeframe ? "timeframe"
                                                               : target == Target::area    ? "area"
                                                               : target == Target::crew    ? "crew"
                                                                                           : "activity");
    }
}

RecordFile unparsed(Noun noun, std::string id, std::string text) {
    RecordFile file;
    file.noun = noun;
    file.path = path_of(noun, id);
    file.id = std::move(id);
    file.text = std::move(text);
    return file;
}

}  // namespace

text::Problem problem_in(const RecordFile& file, text::Span span, std::string rule, std::string message,
                         std::vector<std::string> hints, text::Severity severity) {
    return {severity, std::move(rule), std::move(message), text::place_of(file.path, file.text, span),
            {},       std::move(hints)};
}

bool is_full(const RecordFile& file) { return file.problems.size() > most_problems; }

void report(RecordFile& file, text::Span span, std::string rule, std::string message, std::vector<std::string> hints,
            text::Severity severity) {
    if (is_full(file)) {
        file.problems.back().severity = std::max(file.problems.back().severity, severity);
        return;
    }
    if (file.problems.size() < most_problems) {
        file.problems.push_back(
            problem_in(file, span, std::move(rule), std::move(message), std::move(hints), severity));
        return;
    }
    file.problems.push_back(too_many_problems(file, severity));
}

text::Problem too_many_problems(const RecordFile& file, text::Severity severity) {
    text::Problem more;
    more.severity = severity;
    more.rule = "limit";
    more.message = fmt::format("there are more than {} problems in this file; the rest is not shown", most_problems);
    more.place.file = file.path;
    return more;
}

text::Problem unknown_reference(const RecordFile& file, const Reference& reference,
                                std::span<const std::string> known) {
    std::vector<std::string> hints;
    if (const auto near = text::nearest(reference.id, known))
        hints.push_back(fmt::format("did you mean `{}`?", *near));
    else
        hints.push_back(all_of_them(reference.target));
    return problem_in(file, reference.span, "unknown-reference",
                      fmt::format("no {} is called {}", word(reference.target), text::quoted(reference.id)),
                      std::move(hints));
}

RecordFile read_record(Noun noun, std::string id, std::string text) {
    RecordFile file = unparsed(noun, std::move(id), std::move(text));
    file.tree = yaml::parse(file.path, file.text, file.problems);
    file.has_plain_yaml = file.tree && file.problems.empty();
    check_shape(file);
    check_sense(file);
    return file;
}

RecordFile read_record(Noun noun, std::string id, std::string text, yaml::Node tree) {
    RecordFile file = unparsed(noun, std::move(id), std::move(text));
    file.tree = std::move(tree);
    file.has_plain_yaml = true;
    check_shape(file);
    check_sense(file);
    return file;
}

}  // namespace backops::event
