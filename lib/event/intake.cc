#include "event/intake.h"

#include <fmt/format.h>

#include <algorithm>

#include "event/need_words.h"
#include "event/node_values.h"
#include "event/read.h"
#include "event/values.h"
#include "text/failure.h"
#include "text/id.h"
#include "text/near_miss.h"
#include "text/wording.h"
#include "time/repeat.h"
#include "yaml/write.h"

namespace backops::event {
namespace {

template <class T>
T taken(const text::Parsed<T>& parsed) {
    if (parsed) return *parsed;
    throw text::Failure(parsed.error, parsed.hints);
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

std::vector<std::string_view> parts(std::string_view text, char at) {
    std::vector<std::string_view> parts;
    while (true) {
        const std::size_t end = text.find(at);
        if (const auto part = trimmed(text.substr(0, end)); !part.empty()) parts.push_back(part);
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

using Pair = std::pair<std::string, std::string>;

// The word before the `=` of `word=value`, if no comma comes first.
std::optional<std::string_view> key_of(std::string_view text) {
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos || text.find(',') < equals) return std::nullopt;
    return trimmed(text.substr(0, equals));
}

// `key=value,key=value`: a comma separates only where `key=` follows, so that reasons may hold commas.
std::vector<Pair> pairs(std::string_view typed, const std::function<bool(std::string_view)>& is_key) {
    const auto begins = [&](std::string_view text) {
        const auto key = key_of(text);
        return key && is_key(*key);
    };
    std::vector<Pair> found;
    while (begins(typed)) {
        std::size_t end = typed.find(',');
        while (end != std::string_view::npos && !begins(typed.substr(end + 1))) end = typed.find(',', end + 1);
        const std::string_view pair = typed.substr(0, end);
        found.emplace_back(*key_of(pair), trimmed(pair.substr(pair.find('=') + 1)));
        typed.remove_prefix(end == std::string_view::npos ? typed.size() : end + 1);
    }
    return found;
}

void refuse_twice(const std::vector<Pair>& pairs) {
    for (std::size_t i = 1; i < pairs.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (pairs[i].first == pairs[j].first)
                throw text::Failure(fmt::format("`{}=` is given twice", pairs[i].first), {"keep one of the two"},
                                    text::wrong_usage);
}

// Many lines end in one LF, one line in none: so they are written as a block and as a plain text.
std::string prose(std::string_view typed) {
    std::string text;
    for (const char c : typed)
        if (c != '\r') text += c;
    while (text.ends_with('\n')) text.pop_back();
    if (text.find('\n') != std::string::npos) text += '\n';
    return text;
}

std::string flag_text(std::string_view typed) {
    if (typed == "yes" || typed == "on") return "true";
    if (typed == "no" || typed == "off") return "false";
    return std::string(typed);
}

bool is_word(std::string_view text) {
    return !text.empty() && text.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string_view::npos;
}

bool is_bare(Type type) {
    using enum Type;
    return type == date || type == moment || type == start || type == flag || type == number || type == on;
}

std::string entered_text(const time::Entered& entered) {
    return entered.is_date ? time::to_text(entered.time.date) : time::to_text(entered.time);
}

}  // namespace

Intake::Intake(Directory& directory, std::function<time::Instant()> now, StartOfDate start_of_date)
    : directory_(directory), now_(std::move(now)), start_of_date_(std::move(start_of_date)) {}

std::string Intake::told(const Found& found, std::string_view typed) {
    if (!found.exact)
        notice(fmt::format("{} is `{}` ({})", text::quoted(typed), found.id, directory_.name(found.noun, found.id)));
    return found.id;
}

void Intake::notice(std::string text) {
    if (std::find(notices_.begin(), notices_.end(), text) == notices_.end()) notices_.push_back(std::move(text));
}

std::string Intake::id(Noun noun, std::string_view typed) { return told(found(directory_, noun, typed), typed); }

std::string Intake::id(Target target, std::string_view typed) { return told(found(directory_, target, typed), typed); }

std::optional<time::WallTime> Intake::start_of(std::string_view id) {
    if (start_of_date_ && id.find('@') != std::string_view::npos) return start_of_date_(*this, id);
    const Noun noun = directory_.exists(Noun::timeframe, id) ? Noun::timeframe : Noun::activity;
    if (!directory_.exists(noun, id)) return std::nullopt;
    const RecordFile& file = directory_.sound_file(noun, id);
    const auto start = time_of(*file.tree, "start");
    if (!start) return std::nullopt;
    if (!start->is_date) return start->time;
    return time::WallTime{start->time.date, directory_.event().day_start};
}

const time::Setting& Intake::setting() {
    if (setting_) return *setting_;
    const model::Event& event = directory_.event();
    time::Setting setting;
    setting.first = event.start;
    setting.last = event.end;
    setting.day_start = event.day_start;
    setting.timeframes = [this] {
        std::vector<time::Days> days;
        for (const std::string& id : directory_.ids(Noun::timeframe)) {
            const RecordFile& file = directory_.file(Noun::timeframe, id);
            if (text::any_error(file.problems)) continue;
            const model::Timeframe frame = read_timeframe(file);
            const std::int32_t day_start = directory_.event().day_start;
            const auto day = [&](const model::TimeOrDate& time) {
                return time.is_date ? time.time.date : time::show_day(time.time, day_start);
            };
            days.push_back({frame.name, day(frame.start), day(frame.end)});
        }
        return days;
    };
    setting.start_of = [this](std::string_view id) { return start_of(id); };
    setting.names = [this] {
        std::vector<std::string> names = directory_.ids(Noun::timeframe);
        names.insert(names.end(), directory_.ids(Noun::activity).begin(), directory_.ids(Noun::activity).end());
        return names;
    };
    setting.now = [this] {
        const auto zone = time::find_zone(directory_.event().timezone);
        return zone->wall_time(now_());
    };
    setting.zone = [this] { return time::find_zone(zone_.empty() ? directory_.event().timezone : zone_); };
    setting_ = std::move(setting);
    return *setting_;
}

time::Entered Intake::start(std::string_view typed) {
    // What files hold needs no event to be understood, not even a right one.
    if (const auto iso = time_or_date(trimmed(typed))) return {iso->time, iso->is_date, true};
    return taken(time::parse_start(typed, setting()));
}

time::Entered Intake::end(std::string_view typed, const time::Entered& start) {
    return taken(time::parse_end(typed, start, setting()));
}

time::Entered Intake::time(std::string_view typed) { return start(typed); }

time::Date Intake::day(std::string_view typed) {
    if (const auto date = time::parse_date(trimmed(typed))) return *date;
    return taken(time::parse_day(typed, setting()));
}

// A clock time alone, in any of its forms; nothing for a text that says more or something else.
std::optional<std::string> Intake::clock(std::string_view typed) {
    if (const auto clock = time::parse_clock(trimmed(typed))) return time::clock_text(*clock);
    if (time_or_date(trimmed(typed))) return std::nullopt;
    const auto entered = time::parse_entry(typed, setting());
    if (!entered || entered->has_date || entered->is_date) return std::nullopt;
    return time::clock_text(entered->time.seconds);
}

yaml::Value Intake::scalar(const Field& field, std::string_view typed) {
    std::string text(typed);
    switch (field.type) {
        case Type::reference:
            text = id(field.target, typed);
            break;
        case Type::person_text:
            text = std::string(trimmed(typed));
            if (text::is_id(text)) text = id(field.target, text);
            break;
        case Type::prose:
            text = prose(typed);
            break;
        case Type::date:
            text = time::to_text(day(typed));
            break;
        case Type::moment:
        case Type::start:
            text = entered_text(start(typed));
            break;
        case Type::end:
            if (const auto iso = time_or_date(text))
                text = entered_text({iso->time, iso->is_date, true});
            else
                text = clock(typed).value_or("");
            if (text.empty()) text = entered_text(start(typed));
            break;
        case Type::duration:
            text = time::to_text(taken(time::parse_duration(typed)));
            break;
        case Type::every:
            text = time::to_text(taken(time::parse_every(typed)));
            break;
        case Type::on:
            text = time::to_text(taken(time::parse_on(typed)));
            break;
        case Type::clock:
            text = clock(typed).value_or(text);
            break;
        case Type::number:
            if (const auto value = number(trimmed(typed))) text = std::to_string(*value);
            break;
        case Type::flag:
            text = flag_text(typed);
            break;
        default:
            text = std::string(trimmed(typed));
            break;
    }
    if (auto wrong = wrong_value(field, field.key.empty() ? "value" : field.key, text))
        throw text::Failure(wrong->message, wrong->hints);
    const bool is_bare_end = field.type == Type::end && time_or_date(text);
    return is_bare(field.type) || is_bare_end ? yaml::Value::bare_scalar(text) : yaml::Value::scalar(text);
}

yaml::Value Intake::value(const Field& field, std::string_view typed) {
    switch (field.type) {
        case Type::list: {
            if (field.element->type == Type::record) return yaml::Value::list({item(field, typed)});
            std::vector<yaml::Value> items;
            for (const std::string_view part : parts(typed, ',')) items.push_back(item(field, part));
            return yaml::Value::list(std::move(items));
        }
        case Type::record:
            if (field.or_false && (typed == "false" || typed == "no")) return yaml::Value::bare_scalar("false");
            return record(field, typed);
        case Type::map:
            return map(field, typed);
        default:
            return scalar(field, typed);
    }
}

yaml::Value Intake::item(const Field& list, std::string_view typed) {
    const Field& element = *list.element;
    if (element.type != Type::record) return scalar(element, typed);
    const bool is_need = list.key == "needs" && typed.find('=') == std::string_view::npos;
    return is_need ? need(element, typed) : record(element, typed);
}

yaml::Value Intake::map(const Field& field, std::string_view typed) {
    const auto found = pairs(typed, [&](std::string_view key) { return !wrong_key(field, std::string(key)); });
    if (found.empty())
        throw text::Failure(fmt::format("{} is not `key=value`", text::quoted(typed)), {}, text::wrong_usage);
    refuse_twice(found);
    std::vector<std::pair<std::string, yaml::Value>> entries;
    for (const auto& [key, text] : found) entries.emplace_back(key, value(*field.element, text));
    return yaml::Value::map(std::move(entries));
}

yaml::Value Intake::record(const Field& field, std::string_view typed) {
    std::vector<std::string> names;
    std::vector<std::string> usage;
    for (const Field& inner : field.fields) {
        names.emplace_back(inner.key);
        usage.push_back(fmt::format("{}=…", inner.key));
    }
    // A near miss is taken for a key too, so that it is not silently the end of the text before it.
    const auto found = pairs(typed, [&](std::string_view key) {
        return find_field(field.fields, key) || (is_word(key) && text::nearest(key, names));
    });
    const std::vector<std::string> hint{fmt::format("the keys are {}", text::listed(usage))};
    if (found.empty())
        throw text::Failure(fmt::format("{} is not `key=value`", text::quoted(typed)), hint, text::wrong_usage);
    refuse_twice(found);
    for (const auto& [key, text] : found)
        if (!find_field(field.fields, key))
            throw text::Failure(fmt::format("{} is no key here", text::quoted(key)),
                                {fmt::format("did you mean `{}`?", *text::nearest(key, names))}, text::wrong_usage);
    std::vector<std::pair<std::string, yaml::Value>> entries;
    for (const Field& inner : field.fields) {
        const auto given =
            std::find_if(found.begin(), found.end(), [&](const Pair& pair) { return pair.first == inner.key; });
        if (given != found.end())
            entries.emplace_back(std::string(inner.key), inner_value(inner, given->second, entries));
        else if (inner.required)
            throw text::Failure(fmt::format("{} lacks `{}=`", text::quoted(typed), inner.key), hint, text::wrong_usage);
    }
    return yaml::Value::map(std::move(entries));
}

// A clock time as the end of a stretch is the first one after its start.
yaml::Value Intake::inner_value(const Field& field, const std::string& typed,
                                const std::vector<std::pair<std::string, yaml::Value>>& before) {
    const bool is_end = field.key == "end" && field.type == Type::start && !before.empty();
    if (!is_end || time_or_date(typed) || !clock(typed)) return value(field, typed);
    return yaml::Value::bare_scalar(entered_text(end(typed, start(before.front().second.text))));
}

yaml::Value Intake::need(const Field& field, std::string_view typed) {
    const NeedWords words = need_words(directory_, typed);
    std::vector<std::pair<std::string, yaml::Value>> entries{
        {"count", yaml::Value::bare_scalar(std::to_string(words.count))},
        {"role", scalar(field.fields[1], words.role)}};
    if (words.collaborator)
        entries.emplace_back("collaborator", yaml::Value::scalar(told(*words.collaborator, words.typed_collaborator)));
    return yaml::Value::map(std::move(entries));
}

}  // namespace backops::event
