#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "text/near_miss.h"
#include "text/wording.h"
#include "time/repeat.h"
#include "time/scan.h"

namespace backops::time {

namespace {

struct Token {
    std::string text;
    bool comma_after = false;
};

constexpr std::array<std::string_view, 6> keywords{"on", "during", "count", "until", "skip", "week-start"};

std::vector<Token> tokens_of(std::string_view text) {
    std::vector<Token> tokens;
    std::string word;
    const auto end_word = [&] {
        if (!word.empty()) tokens.push_back({word, false});
        word.clear();
    };
    for (char c : text) {
        if (c != ',' && !is_blank(c)) {
            word += c;
            continue;
        }
        end_word();
        if (c == ',' && !tokens.empty()) tokens.back().comma_after = true;
    }
    end_word();
    return tokens;
}

bool is_keyword(std::string_view word) {
    const std::string lower = lowered(word);
    return std::find(keywords.begin(), keywords.end(), lower) != keywords.end();
}

bool is_month(std::string_view word) {
    const std::string lower = lowered(word);
    for (unsigned month = 1; month <= 12; ++month)
        if (lower.starts_with(month_name(month))) return true;
    return false;
}

/// Days that take two words: `day 2`, `12 jun`, `jun 12`.
bool belong_together(const Token& first, const Token& second) {
    if (first.comma_after) return false;
    if (lowered(first.text) == "day") return whole_number(second.text).has_value();
    return (whole_number(first.text) && is_month(second.text)) || (is_month(first.text) && whole_number(second.text));
}

bool is_ordinal(const Token& first, const Token& second) {
    if (first.comma_after || !parse_weekday(second.text)) return false;
    const auto number = parse_on(first.text);
    return lowered(first.text) == "last" || (number && !number->weekday && std::abs(number->number) <= 5);
}

template <class Together>
std::vector<std::string> grouped(const std::vector<Token>& tokens, Together together) {
    std::vector<std::string> groups;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        groups.push_back(tokens[at].text);
        if (at + 1 < tokens.size() && together(tokens[at], tokens[at + 1])) groups.back() += ' ' + tokens[++at].text;
    }
    return groups;
}

std::string joined(const std::vector<Token>& tokens) {
    std::string text;
    for (const Token& token : tokens) text += (text.empty() ? "" : " ") + token.text;
    return text;
}

using Trouble = std::optional<text::Parsed<RuleText>>;

Trouble trouble(std::string error, std::vector<std::string> hints) {
    return text::Parsed<RuleText>{std::move(error), std::move(hints)};
}

Trouble take_on(RuleText& rule, const std::vector<Token>& tokens) {
    for (const std::string& group : grouped(tokens, is_ordinal)) {
        const auto on = parse_on(group);
        if (!on) return trouble(on.error, on.hints);
        rule.on.push_back(to_text(*on));
    }
    return {};
}

Trouble take_count(RuleText& rule, const std::vector<Token>& tokens) {
    const std::string text = joined(tokens);
    const auto count = whole_number(text);
    if (!count || *count < 1)
        return trouble(fmt::format("{} is no count", text::quoted(text)), {"write how often, as in `count 4`"});
    rule.count = fmt::format("{}", *count);
    return {};
}

Trouble take_week_start(RuleText& rule, const std::vector<Token>& tokens) {
    const std::string text = joined(tokens);
    const auto day = parse_weekday(text);
    if (!day)
        return trouble(fmt::format("{} is no weekday", text::quoted(text)),
                       {"write the weekday that weeks begin with, as in `week-start sun`"});
    rule.week_start = short_name(*day);
    return {};
}

/// What follows one keyword, up to the next.
Trouble take_part(RuleText& rule, std::string_view keyword, const std::vector<Token>& tokens) {
    constexpr std::array<std::string_view, 6> examples{"on fri",           "during show-days", "count 4",
                                                       "until 2026-06-14", "skip 2026-06-12",  "week-start sun"};
    const auto which = std::find(keywords.begin(), keywords.end(), keyword) - keywords.begin();
    if (tokens.empty())
        return trouble(fmt::format("nothing follows `{}`", keyword),
                       {fmt::format("write what it is, as in `{}`", examples[static_cast<std::size_t>(which)])});
    if (keyword == "on") return take_on(rule, tokens);
    if (keyword == "count") return take_count(rule, tokens);
    if (keyword == "week-start") return take_week_start(rule, tokens);
    if (keyword == "skip") rule.skip = grouped(tokens, belong_together);
    if (keyword == "until") rule.until = joined(tokens);
    if (keyword == "during") {
        if (tokens.size() > 1)
            return trouble(fmt::format("{} names more than one time frame", text::quoted(joined(tokens))),
                           {fmt::format("write `during {}`", tokens.front().text)});
        rule.during = tokens.front().text;
    }
    return {};
}

Trouble disagreement(const RuleText& rule) {
    std::vector<std::string> bounds;
    if (!rule.until.empty()) bounds.push_back("`until`");
    if (!rule.count.empty()) bounds.push_back("`count`");
    if (!rule.during.empty()) bounds.push_back("`during`");
    if (bounds.size() > 1)
        return trouble(fmt::format("{} cannot stand together", text::listed(bounds)),
                       {"keep the one that says where the repetition ends"});
    return {};
}

Trouble no_step(std::string_view text, const std::vector<Token>& head) {
    const std::string step = joined(head);
    auto every = parse_every(step);
    if (every) return {};
    if (step.empty()) return trouble("a repetition is missing", {"write `day`, `week on fri sat` or the like"});
    const std::vector<std::string> names(keywords.begin(), keywords.end());
    // `day untill sun`: the step is fine, the word after it is not.
    for (std::size_t at = 1; at < head.size(); ++at)
        if (const auto near = text::nearest(head[at].text, names); near && parse_every(head[0].text))
            return trouble(
                fmt::format("{} in {} is no part of a repetition", text::quoted(head[at].text), text::quoted(text)),
                {fmt::format("did you mean `{}`?", *near)});
    return trouble(every.error, every.hints);
}

Trouble take_parts(RuleText& rule, const std::vector<Token>& tokens, std::size_t at) {
    std::vector<std::string> seen;
    while (at < tokens.size()) {
        const std::string keyword = lowered(tokens[at].text);
        if (std::find(seen.begin(), seen.end(), keyword) != seen.end())
            return trouble(fmt::format("`{}` is there twice", keyword), {fmt::format("keep one `{}`", keyword)});
        seen.push_back(keyword);
        std::vector<Token> part;
        for (++at; at < tokens.size() && !is_keyword(tokens[at].text); ++at) part.push_back(tokens[at]);
        if (auto wrong = take_part(rule, keyword, part)) return wrong;
    }
    return disagreement(rule);
}

text::Parsed<RuleText> plain_dates(const std::vector<Token>& tokens) {
    std::vector<Token> dates;
    for (std::size_t at = 1; at < tokens.size(); ++at) {
        if (is_keyword(tokens[at].text))
            return {fmt::format("`{}` cannot follow plain dates", lowered(tokens[at].text)),
                    {"write the dates only, as in `on 2026-06-12 2026-06-14`"}};
        dates.push_back(tokens[at]);
    }
    if (dates.empty()) return {"nothing follows `on`", {"write the dates, as in `on 2026-06-12 2026-06-14`"}};
    RuleText rule;
    rule.dates = grouped(dates, belong_together);
    return rule;
}

std::string with_commas(const std::vector<std::string>& words) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) text += (i == 0 ? "" : ", ") + words[i];
    return text;
}

/// Blanks are enough unless two words would be taken for one.
std::string in_a_row(const std::vector<std::string>& words, bool (*together)(const Token&, const Token&)) {
    const auto last_word = [](const std::string& text) { return text.substr(text.rfind(' ') + 1); };
    for (std::size_t i = 0; i + 1 < words.size(); ++i)
        if (together({last_word(words[i]), false}, {words[i + 1].substr(0, words[i + 1].find(' ')), false}))
            return with_commas(words);
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) text += (i == 0 ? "" : " ") + words[i];
    return text;
}

}  // namespace

text::Parsed<RuleText> parse_rule(std::string_view text) {
    const std::vector<Token> tokens = tokens_of(text);
    if (!tokens.empty() && lowered(tokens.front().text) == "on") return plain_dates(tokens);
    std::size_t at = 0;
    std::vector<Token> head;
    while (at < tokens.size() && !is_keyword(tokens[at].text)) head.push_back(tokens[at++]);
    if (auto wrong = no_step(text, head)) return *wrong;
    RuleText rule;
    rule.every = to_text(*parse_every(joined(head)));
    if (auto wrong = take_parts(rule, tokens, at)) return *wrong;
    return rule;
}

std::string to_text(const RuleText& rule) {
    if (!rule.dates.empty()) return "on " + in_a_row(rule.dates, belong_together);
    std::string text = rule.every;
    const auto add = [&](std::string_view keyword, const std::string& words) {
        if (!words.empty()) text += fmt::format(" {} {}", keyword, words);
    };
    add("on", in_a_row(rule.on, is_ordinal));
    add("during", rule.during);
    add("until", rule.until);
    add("count", rule.count);
    add("skip", in_a_row(rule.skip, belong_together));
    add("week-start", rule.week_start);
    return text;
}

}  // namespace backops::time
