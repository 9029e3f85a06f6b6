#include "check/problems.h"

#include <algorithm>
#include <iterator>
#include <span>

#include "check/clock_changes.h"
#include "check/empty_series.h"
#include "check/start_left_out.h"
#include "check/unused_exceptions.h"

namespace backops::check {
namespace {

// Of a key whose value is a list or a map the key itself: that is what a caret can point to.
text::Span span_at(const yaml::Node& root, const std::vector<std::string>& path) {
    const yaml::Node* node = &root;
    text::Span span = root.span;
    for (const std::string& step : path) {
        if (const yaml::Entry* entry = node->entry(step)) {
            node = &entry->value;
            span = node->kind == yaml::Kind::scalar ? node->span : entry->key_span;
            continue;
        }
        const auto item = std::ranges::find(node->items, step, &yaml::Node::text);
        if (item == node->items.end()) return span;
        node = &*item;
        span = item->span;
    }
    return span;
}

Findings findings_of(const model::Plan& plan) {
    Findings all;
    for (const auto& rule : {start_left_out, unused_exceptions, empty_series, clock_changes})
        std::ranges::move(rule(plan), std::back_inserter(all));
    std::ranges::stable_sort(all, {}, [](const Finding& finding) { return finding.activity->id; });
    return all;
}

}  // namespace

text::Problems problems_of(event::Directory& directory, const model::Plan& plan) {
    text::Problems problems;
    const Findings findings = findings_of(plan);
    for (auto first = findings.begin(); first != findings.end();) {
        const auto next = std::find_if(first, findings.end(),
                                       [&](const Finding& finding) { return finding.activity != first->activity; });
        const std::span<const Finding> of_one(first, next);
        first = next;
        event::RecordFile file = directory.file(event::Noun::activity, of_one.front().activity->id);
        if (!file.tree || text::any_error(file.problems)) continue;
        file.problems.clear();
        for (const auto& [rule, message, activity, path, hints] : of_one)
            event::report(file, span_at(*file.tree, path), rule, message, hints, text::Severity::warning);
        std::ranges::move(file.problems, std::back_inserter(problems));
    }
    return problems;
}

}  // namespace backops::check
