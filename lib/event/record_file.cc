#include "event/record_file.h"

#include <fmt/format.h>

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

text::Problem problem_in(const RecordFile& file, text::Span span, std::string rule, std::string message,
                         std::vector<std::string> hints, text::Severity severity) {
    return {severity, std::move(rule), std::move(message), text::place_of(file.path, file.text, span),
            {},       std::move(hints)};
}

text::Problem unknown_reference(const RecordFile& file, const Reference& reference,
                                std::span<const std::string> known) {
    std::vector<std::string> hints;
    if (const auto near = text::nearest(reference.id, known)) hints.push_back(fmt::format("did you mean `{}`?", *near));
    return problem_in(file, reference.span, "unknown-reference",
                      fmt::format("no {} is called {}", word(reference.target), text::quoted(reference.id)),
                      std::move(hints));
}

RecordFile read_record(Noun noun, std::string id, std::string text) {
    RecordFile file;
    file.noun = noun;
    file.path = path_of(noun, id);
    file.id = std::move(id);
    file.text = std::move(text);
    file.tree = yaml::parse(file.path, file.text, file.problems);
    check_shape(file);
    if (file.tree && file.problems.empty()) check_sense(file);
    return file;
}

}  // namespace backops::event
