#include "check/problems.h"

#include <algorithm>
#include <map>

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

}  // namespace

text::Problems problems_of(event::Directory& directory, const model::Plan& plan) {
    text::Problems problems;
    std::map<const model::Activity*, std::size_t> counts;
    for (const auto& rule : {start_left_out, unused_exceptions, empty_series, clock_changes})
        for (Finding& finding : rule(plan)) {
            const event::RecordFile& file = directory.file(event::Noun::activity, finding.activity->id);
            if (!file.tree || text::any_error(file.problems)) continue;
            if (++counts[finding.activity] > event::most_problems) continue;
            problems.push_back(event::problem_in(file, span_at(*file.tree, finding.path), finding.rule,
                                                 std::move(finding.message), std::move(finding.hints),
                                                 text::Severity::warning));
        }
    return problems;
}

}  // namespace backops::check
