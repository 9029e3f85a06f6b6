#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "text/near_miss.h"
#include "text/wording.h"
#include "time/repeat.h"
#include "time/rule_amiss.h"
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
    const bool is_last_day = lowered(first.text) == "last" && lowered(second.text) == "day";
    if (first.comma_after || (!is_last_day && !parse_weekday(second.text))) return false;
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

/// A rule as typed, and what is wrong with a part of it.
struct Wrong {
    std::string error;
    std::vector<std::string> hints;  ///< without `instead`
    std::size_t from = 0;            ///< `instead` are for `count` tokens from here on
    std::size_t count = 0;
    std::vector<std::string> instead;
    bool guess = false;
};

using Trouble = std::optional<Wrong>;

Trouble trouble(std::string error, std::vector<std::string> hints) {
    return Wrong{std::move(error), std::move(hints), 0, 0, {}, false};
}

Trouble trouble(RuleAmiss wrong, std::size_t from, std::size_t count) {
    return Wrong{std::move(wrong.amiss.error),   {std::move(wrong.example)}, from, count,
                 std::move(wrong.amiss.instead), wrong.amiss.guess};
}

/// Tokens of one keyword, from its first to before the next.
struct Part {
    std::vector<Token> tokens;
    std::size_t from = 0;
};

Trouble take_on(RuleText& rule, const Part& part) {
    std::size_t at = part.from;
    for (const std::string& group : grouped(part.tokens, is_ordinal)) {
        const auto on = parse_on(group);
        const std::size_t count = group.find(' ') == group.npos ? 1 : 2;
        if (!on) {
            RuleAmiss wrong = amiss_on(group);
            wrong.example = "write days as in `week on fri sat`, `month on 15 -1` or `month on last fri`";
            return trouble(std::move(wrong), at, count);
        }
        at += count;
        rule.on.push_back(to_text(*on));
    }
    return {};
}

Trouble take_count(RuleText& rule, const std::vector<Token>& tokens) {
    const std::string text = joined(tokens);
    const auto count = whole_number(text);
    if (!count || *count < 1)
        return trouble(fmt::format("{} is no count", text::quoted(text)), {"write how often, as in `day count 4`"});
    rule.count = fmt::format("{}", *count);
    return {};
}

Trouble take_week_start(RuleText& rule, const std::vector<Token>& tokens) {
    const std::string text = joined(tokens);
    const auto day = parse_weekday(text);
    if (!day)
        return trouble(fmt::format("{} is no weekday", text::quoted(text)),
                       {"write the weekday that weeks begin with, as in `2 weeks week-start sun`"});
    rule.week_start = short_name(*day);
    return {};
}

/// What follows one keyword, up to the next.
Trouble take_part(RuleText& rule, std::string_view keyword, const Part& part) {
    const std::vector<Token>& tokens = part.tokens;
    constexpr std::array<std::string_view, 6> examples{"week on fri",         "day during show-days",
                                                       "day count 4",         "day until 2026-06-14",
                                                       "day skip 2026-06-12", "2 weeks week-start sun"};
    const auto which = std::find(keywords.begin(), keywords.end(), keyword) - keywords.begin();
    if (tokens.empty())
        return trouble(fmt::format("nothing follows `{}`", keyword),
                       {fmt::format("write what it is, as in `{}`", examples[static_cast<std::size_t>(which)])});
    if (keyword == "on") return take_on(rule, part);
    if (keyword == "count") return take_count(rule, tokens);
    if (keyword == "week-start") return take_week_start(rule, tokens);
    if (keyword == "skip") rule.skip = grouped(tokens, belong_together);
    if (keyword == "until") rule.until = joined(tokens);
    if (keyword == "during") {
        if (tokens.size() > 1)
            return trouble(fmt::format("{} names more than one time frame", text::quoted(joined(tokens))),
                           {"keep one of them"});
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
    if (parse_every(step)) return {};
    if (step.empty()) return trouble("a repetition is missing", {"write `day`, `week on fri sat` or the like"});
    const std::vector<std::string> names(keywords.begin(), keywords.end());
    // `day untill sun`: the step is fine, the word after it is not.
    for (std::size_t at = 1; at < head.size(); ++at)
        if (const auto near = text::nearest(head[at].text, names); near && parse_every(head[0].text))
            return Wrong{
                fmt::format("{} in {} is no part of a repetition", text::quoted(head[at].text), text::quoted(text)),
                {},
                at,
                1,
                {*near},
                true};
    return trouble(amiss_every(step), 0, head.size());
}

Trouble take_parts(RuleText& rule, const std::vector<Token>& tokens, std::size_t at) {
    std::vector<std::string> seen;
    while (at < tokens.size()) {
        const std::string keyword = lowered(tokens[at].text);
        if (std::find(seen.begin(), seen.end(), keyword) != seen.end())
            return trouble(fmt::format("`{}` is there twice", keyword), {fmt::format("keep one `{}`", keyword)});
        seen.push_back(keyword);
        Part part{{}, ++at};
        for (; at < tokens.size() && !is_keyword(tokens[at].text); ++at) part.tokens.push_back(tokens[at]);
        if (auto wrong = take_part(rule, keyword, part)) return wrong;
    }
    return disagreement(rule);
}

Trouble plain_dates(RuleText& rule, const std::vector<Token>& tokens) {
    std::vector<Token> dates;
    for (std::size_t at = 1; at < tokens.size(); ++at) {
        if (is_keyword(tokens[at].text))
            return trouble(fmt::format("`{}` cannot follow plain dates", lowered(tokens[at].text)),
                           {"write the dates only, as in `on 2026-06-12 2026-06-14`"});
        dates.push_back(tokens[at]);
    }
    if (dates.empty()) return trouble("nothing follows `on`", {"write the dates, as in `on 2026-06-12 2026-06-14`"});
    rule.dates = grouped(dates, belong_together);
    return {};
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

Trouble read(RuleText& rule, std::string_view text, const std::vector<Token>& tokens) {
    if (!tokens.empty() && lowered(tokens.front().text) == "on") return plain_dates(rule, tokens);
    std::size_t at = 0;
    std::vector<Token> head;
    while (at < tokens.size() && !is_keyword(tokens[at].text)) head.push_back(tokens[at++]);
    if (auto wrong = no_step(text, head)) return wrong;
    rule.every = to_text(*parse_every(joined(head)));
    return take_parts(rule, tokens, at);
}

/// The whole rule with `instead` in the place of what is wrong: what can be typed.
std::string with(const std::vector<Token>& tokens, const Wrong& wrong, const std::string& instead) {
    std::string text;
    const auto add = [&](const std::string& word, bool comma) {
        text += (text.empty() ? "" : " ") + word + (comma ? "," : "");
    };
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        const bool is_last = at + 1 == tokens.size();
        const bool comma = tokens[at].comma_after && !is_last;
        if (at == wrong.from)
            add(instead, tokens[at + wrong.count - 1].comma_after && at + wrong.count < tokens.size());
        if (at < wrong.from || at >= wrong.from + wrong.count) add(tokens[at].text, comma);
    }
    return text;
}

}  // namespace

// What is offered has been read; a rule with two faults that cannot both be put right gets an example.
text::Parsed<RuleText> parse_rule(std::string_view typed) {
    const std::string text = with_plain_blanks(typed);
    const std::vector<Token> tokens = tokens_of(text);
    RuleText rule;
    const Trouble wrong = read(rule, text, tokens);
    if (!wrong) return rule;
    std::vector<std::string> whole;
    for (const std::string& instead : wrong->instead) {
        std::string offered = with(tokens, *wrong, instead);
        RuleText trial;
        if (!read(trial, offered, tokens_of(offered))) whole.push_back(std::move(offered));
    }
    std::vector<std::string> hints = hints_to_write(whole, wrong->guess);
    if (hints.empty()) hints = wrong->hints;
    if (hints.empty()) hints.emplace_back("write a rule as in `day until 2026-06-14` or `week on fri sat count 4`");
    return {wrong->error, std::move(hints)};
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
