#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "event/node_values.h"
#include "event/read.h"
#include "event/shape.h"
#include "event/values.h"
#include "model/reach.h"
#include "text/id.h"
#include "text/near_miss.h"
#include "text/wording.h"

namespace backops::event {
namespace {

using text::Severity;
using yaml::Node;

void add(RecordFile& file, const Node& at, const char* rule, std::string message, std::vector<std::string> hints = {},
         Severity severity = Severity::error) {
    report(file, at.span, rule, std::move(message), std::move(hints), severity);
}

// Where the other of two things that disagree stands, for the problem added last.
void add_place(RecordFile& file, const Node& at, std::string message) {
    if (!is_full(file))
        file.problems.back().others.push_back({text::place_of(file.path, file.text, at.span), std::move(message)});
}

// `both` stands in the way of `first` where only one of two keys may be.
void only_one(RecordFile& file, const Node& map, std::string_view first, std::string_view second) {
    const Node* a = map.find(first);
    const Node* b = map.find(second);
    if (!a || !b) return;
    if (is_full(file)) return;
    add(file, *b, "wrong-value", fmt::format("`{}` and `{}` are both given", first, second), {"keep one of them"});
    add_place(file, *a, fmt::format("`{}` is here", first));
}

void ends_before_start(RecordFile& file, const Node& map, std::string message, std::vector<std::string> hints = {}) {
    if (is_full(file)) return;
    add(file, *map.find("end"), "end-before-start", std::move(message), std::move(hints));
    if (const Node* start = map.find("start")) add_place(file, *start, "the start is here");
}

std::int64_t moment_of(const model::TimeOrDate& time, bool is_end) {
    return time::linear(time.time) + (time.is_date && is_end ? time::day_seconds : 0);
}

// Who is in both lists of `participants`.
void both_lists(RecordFile& file, const Node& map) {
    const Node* participants = map.find("participants");
    const Node* optional = participants ? participants->find("optional") : nullptr;
    if (!optional) return;
    const auto texts = texts_of(*participants, "required");
    const std::set<std::string_view> required(texts.begin(), texts.end());
    for (const Node& item : optional->items) {
        if (is_full(file) || !required.contains(item.text)) continue;
        add(file, item, "duplicate-item", fmt::format("{} is both required and optional", text::quoted(item.text)),
            {"keep it in one of the two lists"});
        for (const Node& other : participants->find("required")->items)
            if (other.text == item.text) add_place(file, other, "it is required here");
    }
}

// A stretch from `start` to `end`, each a date or a date-time.
void stretch(RecordFile& file, const Node& map) {
    const auto start = time_of(map, "start");
    const auto end = time_of(map, "end");
    if (!start || !end) return;
    if (moment_of(*end, true) <= moment_of(*start, false))
        ends_before_start(file, map, "the end is not after the start");
}

void event_sense(RecordFile& file) {
    const Node& root = *file.tree;
    const auto start = date_of(root, "start");
    const auto end = date_of(root, "end");
    if (start && end && *end < *start) ends_before_start(file, root, "the event ends before it starts");
    if (start && end && *end - *start > longest_event)
        add(file, *root.find("end"), "wrong-value", "the event lasts more than 400 days",
            {"a tour or a season is better kept as several events"});
    if (const auto format = number(text_of(root, "format")); format && *format != 1)
        add(file, *root.find("format"), "newer-format",
            fmt::format("format {} is newer than this backops, which reads format 1", text_of(root, "format")),
            {"install a newer backops"});
    if (const auto clock = time::parse_clock(text_of(root, "day_start")); clock && *clock >= 12 * 3600)
        add(file, *root.find("day_start"), "wrong-value", "a show day must begin before noon",
            {"write a time such as \"04:00\""});
    if (const Node* attributes = root.find("crew_attributes"))
        for (const yaml::Entry& entry : attributes->entries)
            if (!is_full(file) && text_of(entry.value, "type") == "select" && texts_of(entry.value, "options").empty())
                report(file, entry.key_span, "missing-key",
                       fmt::format("`{}` is a select without `options`", entry.key),
                       {"list what may be chosen under `options:`"});
}

// Of an activity, or of a change of one date.
void end_sense(RecordFile& file, const Node& map, const model::TimeOrDate& start) {
    const Node* end = map.find("end");
    if (!end || wrong_value(*find_field(fields_of(Noun::activity), "end"), "end", end->text)) return;
    const bool is_date = time::parse_date(end->text).has_value();
    if (start.is_date && !is_date)
        return add(file, *end, "wrong-value", "this lasts all day, so its end must be a date",
                   {"give `start` a clock time too, or write the last day as `end`"});
    if (!start.is_date && is_date)
        return add(file, *end, "wrong-value", "`start` has a clock time, so `end` needs one too",
                   {fmt::format("write `{}T…` or a clock time alone", end->text)});
    const auto read = end_after(start, end->text);
    if (!read) return;
    const std::int64_t length = time::linear(*read) - time::linear(start.time);
    if (length < 0)
        ends_before_start(file, map, start.is_date ? "the last day is before the first" : "the end is before the start",
                          start.is_date ? std::vector<std::string>{"for a single day, delete `end`"}
                                        : std::vector<std::string>{"for a moment, such as doors, delete `end`"});
    else if (length > model::longest_activity)
        add(file, *end, "wrong-value", "this lasts more than 400 days");
}

void change_sense(RecordFile& file, const yaml::Entry& entry, const std::optional<model::TimeOrDate>& series) {
    only_one(file, entry.value, "end", "duration");
    both_lists(file, entry.value);
    const auto date = time::parse_date(entry.key);
    if (!date || !series || entry.value.kind != yaml::Kind::map) return;
    model::TimeOrDate start{{*date, series->time.seconds}, series->is_date};
    if (const Node* own = entry.value.find("start")) {
        const auto read = time_on(*date, own->text);
        if (!read) return;
        if (read->is_date != series->is_date)
            return add(file, *own, "wrong-value",
                       series->is_date ? "the series lasts all day, so this must be a date"
                                       : "the series has a clock time, so this needs one too",
                       {series->is_date ? "write the date that it moves to"
                                        : fmt::format("write a clock time, such as `\"{}\"`",
                                                      time::clock_text(series->time.seconds))});
        start = *read;
    }
    end_sense(file, entry.value, start);
    if (const Node* duration = entry.value.find("duration"); duration && start.is_date)
        add(file, *duration, "wrong-value", "this lasts all day, so it has no duration",
            {"write the last day as `end`"});
}

void changes_sense(RecordFile& file, const Node& repeat, const std::optional<model::TimeOrDate>& series) {
    const Node* changes = repeat.find("changes");
    if (!changes) return;
    const auto skip = dates_of(repeat, "skip");
    const std::set<time::Date> skipped(skip.begin(), skip.end());
    for (const yaml::Entry& entry : changes->entries) {
        if (is_full(file)) return;
        change_sense(file, entry, series);
        const auto date = time::parse_date(entry.key);
        if (date && skipped.contains(*date))
            report(file, entry.key_span, "changed-skip", fmt::format("{} is both skipped and changed", entry.key),
                   {"take the date out of `skip`, or delete the change"});
    }
}

void repeat_sense(RecordFile& file, const Node& repeat, const std::optional<model::TimeOrDate>& series) {
    if (repeat.kind != yaml::Kind::map) return;
    only_one(file, repeat, "every", "dates");
    only_one(file, repeat, "until", "count");
    only_one(file, repeat, "until", "during");
    only_one(file, repeat, "count", "during");
    if (!repeat.find("every") && !repeat.find("dates"))
        add(file, repeat, "missing-key", "`repeat` needs `every` or `dates`",
            {"write `every: day`, or list the `dates`"});
    for (const std::string_view key : {"on", "until", "count", "during"})
        if (repeat.find("dates") && repeat.find(key))
            add(file, *repeat.find(key), "wrong-value",
                fmt::format("`{}` needs `every`; plain `dates` say it all", key), {"delete it"});
    const auto every = time::parse_every(text_of(repeat, "every"));
    if (const Node* on = repeat.find("on"); on && every)
        for (const Node& item : on->items) {
            const auto word = time::parse_on(item.text);
            if (word && word->number != 0 && every->unit != time::Unit::month)
                add(file, item, "wrong-value",
                    fmt::format("{} is a day of a month, and this repeats every {}", text::quoted(item.text),
                                time::to_text(*every)),
                    {"write weekdays such as `fri`, or `every: month`"});
        }
    changes_sense(file, repeat, series);
}

void kind_sense(RecordFile& file, const Node& root) {
    static const std::vector<std::string> known = {"call", "meal", "travel", "show", "hold", "curfew"};
    const Node* kind = root.find("kind");
    if (!kind || kind->text.size() < 4 || !text::is_id(kind->text) ||
        std::find(known.begin(), known.end(), kind->text) != known.end())
        return;
    const auto near = text::nearest(kind->text, known);
    const bool part = near && kind->text.find('-') != std::string::npos;
    if (near && !part)
        add(file, *kind, "near-kind",
            fmt::format("the kind {} is nearly `{}`, which carries meaning", text::quoted(kind->text), *near),
            {fmt::format("did you mean `{}`?", *near)}, Severity::warning);
}

void activity_sense(RecordFile& file) {
    const Node& root = *file.tree;
    only_one(file, root, "end", "duration");
    const auto start = time_of(root, "start");
    if (start) end_sense(file, root, *start);
    if (const Node* duration = root.find("duration"); duration && start && start->is_date)
        add(file, *duration, "wrong-value", "this lasts all day, so it has no duration",
            {"give `start` a clock time too, or write the last day as `end`"});
    if (const Node* repeat = root.find("repeat")) repeat_sense(file, *repeat, start);
    kind_sense(file, root);
    both_lists(file, root);
}

}  // namespace

void check_sense(RecordFile& file) {
    if (!file.tree || file.tree->kind != yaml::Kind::map) return;
    const Node& root = *file.tree;
    if (file.noun == Noun::event) event_sense(file);
    if (file.noun == Noun::activity) activity_sense(file);
    if (file.noun == Noun::timeframe) stretch(file, root);
    for (const Node* unavailable : records_of(root, "unavailable")) stretch(file, *unavailable);
}

}  // namespace backops::event
