#include "render/scalar_schema.h"

#include <initializer_list>
#include <map>
#include <nlohmann/json.hpp>
#include <string_view>
#include <vector>

namespace backops::render {
namespace {

using Json = nlohmann::ordered_json;
using event::Type;

constexpr std::string_view date = "(19|2[0-9])[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";
constexpr std::string_view clock = "([0-2]?[0-9]|3[0-5]):[0-5][0-9](:[0-5][0-9])?";
constexpr std::string_view long_clock = "([0-2][0-9]|3[0-5]):[0-5][0-9](:[0-5][0-9])?";
constexpr std::string_view weekdays[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

std::string whole(const std::string& pattern) { return "^(" + pattern + ")$"; }

/// A pattern for a word in any case; JSON Schema has no flag for it.
std::string any_case(std::string_view word) {
    std::string pattern;
    for (const char c : word) pattern += {'[', c, static_cast<char>(c - 'a' + 'A'), ']'};
    return pattern;
}

std::string date_time() { return std::string(date) + "[T ]" + std::string(long_clock); }

std::string units() { return "([0-9]{1,8}[hH])?([0-9]{1,8}[mM])?([0-9]{1,8}[sS])?"; }

std::string duration_pattern() {
    return "(?=[0-9])([0-9]{1,8}[dD])?" + units() + "|([0-9]{1,8}[dD])?[0-9]{1,8}[hH][0-5]?[0-9]" +
           "|[pP](?=.)([0-9]{1,8}[dD])?([tT](?=[0-9])" + units() + ")?|[0-9]{1,4}:[0-5][0-9]:[0-5][0-9]";
}

std::string every_pattern() {
    std::string unit;
    for (const std::string_view word : {"day", "week", "month"}) unit += (unit.empty() ? "" : "|") + any_case(word);
    return "[ \\t]*((" + unit + ")|0*[1-9][0-9]{0,2}[ \\t]+(" + unit + ")[sS]?)[ \\t]*";
}

std::string on_pattern() {
    std::string day;
    for (const std::string_view word : weekdays)
        day += (day.empty() ? "" : "|") + any_case(word.substr(0, 3)) + "(" + any_case(word.substr(3)) + ")?";
    return "[ \\t]*(((-?0*[1-5]|" + any_case("last") + ")[ \\t]+)?(" + day + ")|-?0*([1-9]|[12][0-9]|3[01]))[ \\t]*";
}

/// The words of a list in this JSON library are easily taken for an object's key and value.
Json list(std::initializer_list<std::string_view> words) {
    return std::vector<std::string>(words.begin(), words.end());
}

/// Text as it stands, whatever YAML takes it for. Said by what it is not, since a list of types makes editors offer
/// `true` and `false` as names.
Json any_scalar(std::string pattern, std::string_view message) {
    // Without the empty keys, editors take the condition for a second alternative, and show two titles.
    return {{"if", {{"type", list({"array", "object", "null"})}, {"properties", Json::object()}}},
            {"then", {{"type", "string"}, {"errorMessage", message}}},
            {"pattern", std::move(pattern)},
            {"errorMessage", message}};
}

Json string(const std::string& pattern, std::string_view message, std::vector<std::string_view> examples) {
    return {
        {"type", "string"}, {"pattern", whole(pattern)}, {"errorMessage", message}, {"examples", std::move(examples)}};
}

/// A text that some YAML takes for a number: `15`, and in YAML 1.1 `14:00` (840) and `1:02:30` (3750), in base 60. A
/// number that no such text comes to is refused: `90` is no duration.
Json or_number(Json string, int least, int most) {
    string["type"] = list({"string", "integer"});
    string["if"] = {{"type", "number"}, {"not", {{"minimum", least}, {"maximum", most}}}};
    string["then"] = {{"type", "string"}, {"errorMessage", string["errorMessage"]}};
    return string;
}

Json kind(std::string_view type, std::string_view message) { return {{"type", type}, {"errorMessage", message}}; }

Json flag() {
    return {{"type", list({"boolean", "string"})},
            {"pattern", "^(true|false)$"},
            {"errorMessage", "this is true or false"}};
}

Json number() {
    Json text{{"pattern", "^0*([1-9][0-9]{0,4}|100000)$"}, {"errorMessage", "this is a number from 1 to 100,000"}};
    return or_number(std::move(text), 1, 100'000);
}

Json on() {
    Json day =
        string(on_pattern(), "write a weekday such as fri, a day of the month such as 15 or -1, or 2 tue, last fri",
               {"fri", "-1", "2 tue", "last fri"});
    return or_number(std::move(day), -31, 31);
}

Json nothing() {
    return {{"$comment", "Not said as the type null, so that editors do not offer `null`, which is read as a text."},
            {"title", "Nothing"},
            {"description", "A key with nothing after it is the same as no key."},
            {"not", {{"type", list({"string", "number", "boolean", "array", "object"})}}}};
}

Json off() {
    return {
        {"$comment", "YAML 1.1 reads `off` as false. Not said as a constant, so that editors do not offer `false`."},
        {"title", "Off"},
        {"not", {{"not", {{"const", false}}}}}};
}

Json own() {
    return {{"title", "A key of your own"},
            {"description", "Keys that begin with `x-` are your own, of any shape; they are kept and given to JSON."}};
}

using Definitions = std::map<std::string, Json, std::less<>>;

void add_words(Definitions& all) {
    all["text"] = any_scalar("^ *[^ \\u0000-\\u001f\\u007f-\\u009f][^\\u0000-\\u001f\\u007f-\\u009f]*$",
                             "this is one line of text, not blank, without control characters");
    all["prose"] =
        any_scalar("^[ \\t\\n]*[^ \\u0000-\\u001f\\u007f-\\u009f][^\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f]*$",
                   "this is a text, not blank, without control characters");
    all["id"] =
        any_scalar("^(?=.{1,64}$)[a-z0-9]+(-[a-z0-9]+)*$", "ids are lower-case letters, digits and single hyphens");
    all["uid"] = any_scalar("^[^ \\u0000-\\u001f\\u007f-\\u009f]+$", "this is one word without blanks");
    all["zone"] = string("[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*", "write an IANA name, such as Europe/Berlin",
                         {"Europe/Berlin", "UTC"});
    all["color"] = string("#[0-9a-fA-F]{3}|#[0-9a-fA-F]{6}|[a-z]+",
                          "write a name such as teal, or \"#0a7d8c\" in quotes", {"teal", "#0a7d8c"});
}

void add_times(Definitions& all) {
    const std::string time = date_time();
    all["date"] = string(std::string(date), "write year, month and day, such as 2026-06-12", {"2026-06-12"});
    all["moment"] = string(time, "write the date and the time as in 2026-06-12T14:00", {"2026-06-12T14:00"});
    all["start"] =
        string(std::string(date) + "|" + time, "write a date and a time as in 2026-06-12T14:00, or a date alone",
               {"2026-06-12T14:00", "2026-06-12"});
    all["clock"] =
        or_number(string(std::string(clock), "write hours and minutes, such as 14:00", {"14:00"}), 60, 129'599);
    all["end"] = or_number(string(std::string(date) + "|" + time + "|" + std::string(clock),
                                  "write a clock time such as 15:30, or a date with or without a time",
                                  {"15:30", "2026-06-12T26:00", "2026-06-14"}),
                           60, 129'599);
    all["duration"] = or_number(
        string(duration_pattern(), "write a duration as in 90m, 1h30m or 45s", {"90m", "1h30m"}), 3600, 34'560'000);
    all["every"] = string(every_pattern(), "write day, week, month, 2 days, 3 weeks or the like", {"day", "2 weeks"});
    all["on"] = on();
}

const Definitions& definitions() {
    static const Definitions all = [] {
        Definitions made;
        add_words(made);
        add_times(made);
        made["flag"] = flag();
        made["number"] = number();
        made["list"] = kind(
            "array",
            "this is a list: write its items in brackets, as in [a, b], or each on a line of its own after a hyphen");
        made["keys"] = kind("object", "this holds keys: write them on the lines below, indented");
        made["nothing"] = nothing();
        made["off"] = off();
        made["own"] = own();
        return made;
    }();
    return all;
}

}  // namespace

std::string definition_name(Type type) {
    switch (type) {
        case Type::text:
        case Type::person_text:
            return "text";
        case Type::prose:
            return "prose";
        case Type::id:
        case Type::reference:
            return "id";
        case Type::date:
            return "date";
        case Type::moment:
            return "moment";
        case Type::start:
            return "start";
        case Type::end:
            return "end";
        case Type::clock:
            return "clock";
        case Type::duration:
            return "duration";
        case Type::flag:
            return "flag";
        case Type::number:
            return "number";
        case Type::zone:
            return "zone";
        case Type::uid:
            return "uid";
        case Type::color:
            return "color";
        case Type::every:
            return "every";
        case Type::on:
            return "on";
        case Type::list:
            return "list";
        case Type::map:
        case Type::record:
            return "keys";
        case Type::choice:
            break;
    }
    return {};
}

nlohmann::ordered_json definition(const std::string& name) { return definitions().at(name); }

}  // namespace backops::render
