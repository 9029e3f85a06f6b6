#include <array>

#include "check/rule.h"

namespace backops::check {
namespace {

constexpr auto of_form = std::to_array<Rule>({
    {"yaml-syntax", "error", "a text that is not YAML",
     "A record's file cannot be read as YAML from here on: a quote that is never closed, a key without its colon, "
     "a tab at the beginning of a line, a line at a wrong indentation. What comes after it in the file is not "
     "looked at before this is mended.\n"
     "The message says what to write instead; quotes around a value make anything a text.",
     nullptr, true},
    {"encoding", "error", "bytes that are no UTF-8 text",
     "Files are UTF-8. Latin-1, UTF-16, control characters and a lone carriage return are refused, since they "
     "would be read as something else than they look like. A byte order mark and CRLF line ends are accepted and "
     "kept.\n"
     "Save the file as UTF-8, and take the character out that the message names.",
     nullptr, true},
    {"merge-conflict", "error", "marks that a merge has left",
     "The file still has the lines `<<<<<<<`, `=======` or `>>>>>>>` of a merge that was not finished.\n"
     "Keep one of the two sides, and delete the three marks.",
     nullptr, true},
    {"comment", "error", "a value that a `#` has cut off",
     "A `#` behind a blank begins a comment, so that nothing of the value is left.\n"
     "Put quotes around the value if the `#` belongs to it.",
     nullptr, true},
    {"duplicate-key", "error", "a key that stands twice in one map",
     "Of two keys of one name only one would count, and nobody would know which.\n"
     "Delete one of them, or put the items of both into one list.",
     nullptr, true},
    {"anchor", "error", "an anchor `&name`",
     "Anchors are not read: each record says what it says by itself.\n"
     "Write the value out, or put quotes around it if the `&` belongs to it.",
     nullptr, true},
    {"alias", "error", "an alias `*name`",
     "Aliases are not read: each record says what it says by itself.\n"
     "Write the value out, or put quotes around it if the `*` belongs to it.",
     nullptr, true},
    {"merge-key", "error", "a merge key `<<`",
     "Merge keys are not read: each record says what it says by itself.\n"
     "Write the keys out.",
     nullptr, true},
    {"tag", "error", "a tag `!name`",
     "Tags are not read: what a value is follows from its key.\n"
     "Delete the tag, or put quotes around the value if the `!` belongs to it.",
     nullptr, true},
    {"limit", "error", "more than is read",
     "A file may have 1 MiB, a depth of 32, 4,096 brackets and 100,000 values, and of one file 100 problems are "
     "told: enough for any event, and a bound for what a damaged file can do. A template may have 1 MiB with all that "
     "it includes, and a depth of 32.\n"
     "Split the record, or mend the problems that are told.",
     nullptr, true},
    {"unreadable", "error", "a file that cannot be read",
     "The operating system does not let the file be read; the message has its reason.\n"
     "Look at the file's permissions.",
     nullptr, true},
    {"stray-file", "error", "something in a records' folder that is no record",
     "A folder of records holds files named by their ids, such as `line-check.yaml`: lower case letters, digits "
     "and single dashes. Links, folders, `.yml` and other names are refused, since what they hold would be on no "
     "schedule. Files that do not end in `.yaml` and names that begin with a dot are nobody's business.\n"
     "Rename it or move it away. If it is a copy of another record, compare the two and delete one.",
     nullptr, true},
    {"missing-key", "error", "a key that every such record has",
     "The record lacks a key that nothing else can stand in for, such as a name or a start.\n"
     "Add it; the message says where.",
     nullptr, true},
    {"unknown-key", "error", "a key that no such record has",
     "Keys that are not known are refused, since a slip in one would lose its value in silence.\n"
     "Correct it as the message suggests, or begin it with `x-` if it is your own.",
     nullptr, true},
    {"wrong-type", "error", "a value of another shape than its key has",
     "There is a text where a list or a map belongs, or the reverse.\n"
     "Write it as the message shows.",
     nullptr, true},
    {"wrong-value", "error", "a value that is none of its key's",
     "The text cannot be read as what the key holds: a time, a date, a length, a number, an id, one of some "
     "words.\n"
     "Write it as the message shows; backops-event(5) has every key.",
     nullptr, true},
    {"end-before-start", "error", "an end that is not after its start",
     "Something would end before it begins, or at the same time.\n"
     "Correct one of the two; without an end it is a moment.",
     nullptr, true},
    {"newer-format", "error", "an event of a newer format",
     "The event's `format` is newer than what this backops reads.\n"
     "Use a newer backops.",
     nullptr, true},
    {"duplicate-item", "error", "an item that stands twice in a list",
     "One id or date is in a list twice, or someone is required and optional too.\n"
     "Delete one.",
     nullptr, true},
    {"near-kind", "warning", "a kind that is nearly one with a meaning",
     "Kinds are free, but `call`, `meal`, `travel`, `show`, `hold` and `curfew` mean something to schedules and "
     "checks, and one of other letters does not.\n"
     "Correct it, or take a word that is not so near.",
     nullptr, true},
    {"changed-skip", "warning", "a date that is skipped and changed",
     "A date of a series is in `skip` and in `changes`: it does not happen, and its change does nothing.\n"
     "Delete one of them.",
     nullptr, true},
    {"unknown-reference", "error", "an id that no record has",
     "A record names another by its id, and there is none.\n"
     "Correct it as the message suggests, or add the record.",
     nullptr, true},
    {"shared-id", "error", "an id of a collaborator and of a person",
     "Both can be organizers and participants, so one id must not mean two.\n"
     "Rename one: backops crew rename ID --id NEW",
     nullptr, true},
    {"shared-uid", "error", "a `uid` of two activities",
     "A `uid` says which activity of another calendar this is, so that an import can update it.\n"
     "Delete it in one of them.",
     nullptr, true},
    {"unknown-attribute", "error", "an attribute that the event does not declare",
     "People's attributes are declared in event.yaml under `crew_attributes`, so that a slip in one is found.\n"
     "Correct it, or declare it.",
     nullptr, true},
    {"unknown-column", "error", "a column that the event does not declare",
     "Columns of run sheets are declared in event.yaml under `columns`.\n"
     "Correct it, or declare it.",
     nullptr, true},
    {"template", "error", "a template that no sheet can be drawn with",
     "A tag of a template of the event is not closed, a section has no end, or a template that it includes is not "
     "there.\n"
     "Correct it where the message says; backops-sheet(1) has all that a template may hold.",
     nullptr, true},
});

}  // namespace

std::span<const Rule> form_rules() { return of_form; }

}  // namespace backops::check
