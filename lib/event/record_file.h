#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "event/fields.h"
#include "files/stamp.h"
#include "text/problem.h"
#include "yaml/tree.h"

namespace backops::event {

/// A value that names another record, where it stands.
struct Reference {
    Target target = Target::none;
    std::string id;
    text::Span span;
};

/// One record's file as read: its text, its tree and all that is wrong with its form. Without a tree the text could not
/// be read.
struct RecordFile {
    Noun noun = Noun::event;
    std::string id;
    std::string path;
    std::string text;
    std::optional<yaml::Node> tree;
    text::Problems problems;
    std::vector<Reference> references;
    std::optional<files::Stamp> stamp;  ///< of the file, from before it was read; nothing where none is to be had
    bool has_plain_yaml = false;        ///< its text has nothing in it that yaml::Document refuses
};

/// So many problems of one file are kept; the last then says that there are more.
inline constexpr std::size_t most_problems = 100;

/// Parses a record and holds it against the field table: unknown keys, values of the wrong form or type, missing keys,
/// and what the values of one record say against each other (an end before its start). Whether references exist is not
/// its matter.
RecordFile read_record(Noun noun, std::string id, std::string text);
/// The same of a text that has been parsed already, without problems.
RecordFile read_record(Noun noun, std::string id, std::string text, yaml::Node tree);

/// A problem of a record at a span of its text.
text::Problem problem_in(const RecordFile& file, text::Span span, std::string rule, std::string message,
                         std::vector<std::string> hints = {}, text::Severity severity = text::Severity::error);

/// Adds it to the file's problems, unless there are too many.
void report(RecordFile& file, text::Span span, std::string rule, std::string message,
            std::vector<std::string> hints = {}, text::Severity severity = text::Severity::error);
bool is_full(const RecordFile& file);
/// What stands in the place of the problems that are too many, as grave as the worst of them.
text::Problem too_many_problems(const RecordFile& file, text::Severity severity);

/// "no area is called `main-stge`", with the nearest of `known` as a hint.
text::Problem unknown_reference(const RecordFile& file, const Reference& reference, std::span<const std::string> known);

/// "area", "collaborator or crew member", …
std::string_view word(Target target);

}  // namespace backops::event
