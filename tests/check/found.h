#pragma once

#include <doctest/doctest.h>

#include "check/days.h"
#include "check/report.h"
#include "check/rule.h"
#include "schedule/plan_builder.h"

namespace backops::tests {

/// What one rule's code finds, each time that it is so.
inline check::Findings found(const check::Rule& rule, const PlanBuilder& builder) {
    const schedule::ResolvedEvent event(builder.plan());
    check::Findings findings = rule.find(event);
    if (rule.find == check::find_in_days)
        std::erase_if(findings, [&](const check::Finding& finding) { return finding.rule != rule.name; });
    // The event is gone when they are looked at.
    for (check::Finding& finding : findings) finding.activities.clear();
    return findings;
}

/// What people are told of all rules.
inline check::Findings reported(const PlanBuilder& builder, std::string_view today = "2026-06-01") {
    const schedule::ResolvedEvent event(builder.plan());
    check::Findings findings =
        check::grouped(check::report_of(event, date(today), [](std::string_view) { return true; }).open);
    for (check::Finding& finding : findings) finding.activities.clear();
    return findings;
}

/// "short-rest: only 7h of rest for `jo` before the call on sat 13 jun, 06:00; 8h is the least".
inline Texts lines(const check::Findings& findings) {
    Texts all;
    for (const check::Finding& finding : findings) all.push_back(finding.rule + ": " + message_of(finding));
    return all;
}

}  // namespace backops::tests
