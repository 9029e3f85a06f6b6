#include <fmt/format.h>

#include <algorithm>

#include "event/node_values.h"
#include "event/read.h"
#include "event/shape.h"
#include "event/values.h"
#include "text/near_miss.h"
#include "text/wording.h"

namespace backops::event {
namespace {

using text::Severity;
using yaml::Node;

void add(RecordFile& file, const Node& at, const char* rule, std::string message, std::vector<std::string> hints = {},
         Severity severity = Severity::error) {
    file.problems.push_back(problem_in(file, at.span, rule, std::move(message), std::move(hints), severity));
}

// `both` stands in the way of `first` where only one of two keys may be.
void only_one(RecordFile& file, const Node& map, std::string_view first, std::string_view second) {
    const Node* a = map.find(first);
    const Node* b = map.find(second);
    if (!a || !b) return;
    add(file, *b, "wrong-value", fmt::format("`{}` and `{}` are both given", first, second), {"keep one of them"});
    file.problems.back().others.push_back(
        {text::place_of(file.path, file.text, a->span), fmt::format("`{}` is here", first)});
}

std::int64_t moment_of(const model::TimeOrDate& time, bool is_end) {
    return time::linear(time.time) + (time.is_date && is_end ? time::day_seconds : 0);
}

// A stretch from `start` to `end`, each a date or a date-time.
void stretch(RecordFile& file, const Node& map) {
    const auto start = time_of(map, "start");
    const auto end = time_of(map, "end");
    if (!start || !end) return;
    if (moment_of(*end, true) <= moment_of(*start, false))
        add(file, *map.find("end"), "end-before-start", "this ends before it starts", {});
}

void event_sense(RecordFile& file) {
    const Node& root = *file.tree;
    const auto start = date_of(root, "start");
    const auto end = date_of(root, "end");
    if (start && end && *end < *start)
        add(file, *root.find("end"), "end-before-start", "the event ends before it starts");
    if (start && end && *end - *start > 400)
        add(file, *root.find("end"), "wrong-value", "the event lasts more than 400 days",
            {"a tour or a season is better kept as several events"});
    if (number(text_of(root, "format")).value_or(0) != 1)
        add(file, *root.find("format"), "newer-format",
            fmt::format("format {} is newer than this backops, which reads format 1", text_of(root, "format")),
            {"install a newer backops"});
    if (const auto clock = time::parse_clock(text_of(root, "day_start")); clock && *clock >= 12 * 3600)
        add(file, *root.find("day_start"), "wrong-value", "a show day must begin before noon",
            {"write a time such as \"04:00\""});
    if (const Node* attributes = root.find("crew_attributes"))
        for (const yaml::Entry& entry : attributes->entries)
            if (text_of(entry.value, "type") == "select" && texts_of(entry.value, "options").empty())
                add(file, entry.value, "missing-key", fmt::format("`{}` is a select without `options`", entry.key),
                    {"list what may be chosen under `options:`"});
}

void end_sense(RecordFile& file, const Node& root, const model::TimeOrDate& start) {
    const Node* end = root.find("end");
    if (!end) return;
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
    if (start.is_date ? length < 0 : length <= 0)
        add(file, *end, "end-before-start",
            start.is_date ? "this ends before it starts" : "this does not end after it starts",
            start.is_date ? std::vector<std::string>{}
                          : std::vector<std::string>{"for a moment, such as doors, delete `end`"});
    else if (length > 400LL * time::day_seconds)
        add(file, *end, "wrong-value", "this lasts more than 400 days");
}

void repeat_sense(RecordFile& file, const Node& repeat) {
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
    const auto skipped = dates_of(repeat, "skip");
    if (const Node* changes = repeat.find("changes"))
        for (const yaml::Entry& entry : changes->entries) {
            only_one(file, entry.value, "end", "duration");
            const auto date = time::parse_date(entry.key);
            if (date && std::find(skipped.begin(), skipped.end(), *date) != skipped.end())
                file.problems.push_back(problem_in(file, entry.key_span, "changed-skip",
                                                   fmt::format("{} is both skipped and changed", entry.key),
                                                   {"take the date out of `skip`, or delete the change"}));
        }
}

void kind_sense(RecordFile& file, const Node& root) {
    static const std::vector<std::string> known = {"call", "meal", "travel", "show", "hold", "curfew"};
    const Node* kind = root.find("kind");
    if (!kind || kind->text.size() < 4 || std::find(known.begin(), known.end(), kind->text) != known.end()) return;
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
    if (const Node* repeat = root.find("repeat")) repeat_sense(file, *repeat);
    kind_sense(file, root);
    if (const Node* participants = root.find("participants")) {
        const auto required = texts_of(*participants, "required");
        if (const Node* optional = participants->find("optional"))
            for (const Node& item : optional->items)
                if (std::find(required.begin(), required.end(), item.text) != required.end())
                    add(file, item, "duplicate-item",
                        fmt::format("{} is both required and optional", text::quoted(item.text)),
                        {"keep it in one of the two lists"});
    }
}

}  // namespace

void check_sense(RecordFile& file) {
    const Node& root = *file.tree;
    if (file.noun == Noun::event) event_sense(file);
    if (file.noun == Noun::activity) activity_sense(file);
    if (file.noun == Noun::timeframe) stretch(file, root);
    for (const Node* unavailable : records_of(root, "unavailable")) stretch(file, *unavailable);
}

}  // namespace backops::event
