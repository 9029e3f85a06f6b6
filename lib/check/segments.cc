#include "schedule/segments.h"

#include <fmt/format.h>

#include <map>

#include "check/rule.h"
#include "check/wording.h"

namespace backops::check {
namespace {

using schedule::Occurrence;
using schedule::SegmentTime;

// "`Q3`", by its position without a cue.
std::string name_of_segment(const model::Segment& segment, std::size_t index) {
    return segment.cue.empty() ? fmt::format("segment {}", index + 1) : fmt::format("segment `{}`", segment.cue);
}

Finding at_segment(const Occurrence& occurrence, std::size_t index, const char* key, std::string claim) {
    Finding finding = about("segments", *occurrence.activity, std::move(claim), {"segments", index, key});
    finding.when = when_text(occurrence, {occurrence.from, occurrence.until});
    finding.day = occurrence.day;
    finding.occurrences = {schedule::name_of(occurrence)};
    return finding;
}

/// The first segment that runs past the end of the slot.
void add_overrun(const Occurrence& occurrence, const std::vector<SegmentTime>& times, Findings& findings) {
    if (occurrence.until <= occurrence.from) return;
    const auto& segments = occurrence.activity->segments;
    for (std::size_t i = 0; i < times.size(); ++i) {
        const std::string name = name_of_segment(segments[i], i);
        if (segments[i].start && times[i].from >= occurrence.until) {
            Finding finding = at_segment(occurrence, i, "start",
                                         fmt::format("{} starts at {}, outside its activity", name,
                                                     clock_text(occurrence, {times[i].from, times[i].from})));
            finding.hints = {"give it a start within the activity, or none"};
            findings.push_back(std::move(finding));
            return;
        }
        if (times[i].until <= occurrence.until) continue;
        const std::int64_t over = times[i].until.seconds - occurrence.until.seconds;
        Finding finding = at_segment(occurrence, i, segments[i].duration ? "duration" : "start",
                                     fmt::format("{} ends {} after its activity", name, length_text(over)));
        finding.others = {
            {end_spot(occurrence), fmt::format("`{}` ends at {}", schedule::name_of(occurrence),
                                               clock_text(occurrence, {occurrence.until, occurrence.until}))}};
        finding.minutes = over / 60;
        findings.push_back(std::move(finding));
        return;
    }
}

void add_late_predecessors(const Occurrence& occurrence, const std::vector<SegmentTime>& times, Findings& findings) {
    const auto& segments = occurrence.activity->segments;
    for (std::size_t i = 1; i < times.size(); ++i) {
        if (!segments[i].start || times[i - 1].until <= times[i].from) continue;
        const std::int64_t over = times[i - 1].until.seconds - times[i].from.seconds;
        Finding finding = at_segment(occurrence, i, "start",
                                     fmt::format("{} starts {} before {} ends", name_of_segment(segments[i], i),
                                                 length_text(over), name_of_segment(segments[i - 1], i - 1)));
        finding.others = {
            {{event::Noun::activity,
              occurrence.activity->id,
              {"segments", i - 1, segments[i - 1].duration ? "duration" : "name"}},
             fmt::format("it ends at {}", clock_text(occurrence, {times[i - 1].until, times[i - 1].until}))}};
        finding.minutes = over / 60;
        findings.push_back(std::move(finding));
    }
}

void add_cues(const model::Activity& activity, Findings& findings) {
    std::map<std::string_view, std::size_t> seen;
    for (std::size_t i = 0; i < activity.segments.size(); ++i) {
        const std::string& cue = activity.segments[i].cue;
        if (cue.empty() || seen.emplace(cue, i).second) continue;
        Finding finding = about("segments", activity, fmt::format("two segments have the cue `{}`", cue),
                                {"segments", i, "cue"}, {"give each its own: segments are named by their cues"});
        finding.others = {{{event::Noun::activity, activity.id, {"segments", seen[cue], "cue"}}, "the other is here"}};
        findings.push_back(std::move(finding));
    }
}

Findings find(const schedule::ResolvedEvent& event) {
    Findings findings;
    for (const model::Activity& activity : event.plan.activities) add_cues(activity, findings);
    for (const Occurrence& occurrence : event.occurrences) {
        const bool has_times = !occurrence.activity->segments.empty() && !occurrence.activity->all_day;
        if (!has_times || occurrence.status() == model::Status::cancelled) continue;
        const std::vector<SegmentTime> times = segment_times(occurrence);
        add_overrun(occurrence, times, findings);
        add_late_predecessors(occurrence, times, findings);
    }
    return findings;
}

}  // namespace

constinit const Rule segments{
    "segments", "warning", "segments that do not fit their activity, overlap, or share a cue",
    "The run of show of an activity does not add up: a segment ends after the activity does, a segment with a "
    "`start` of its own begins before the one ahead of it has ended, or lies outside the activity, or two "
    "segments have one cue. Segments follow one another; a `start` is the first such clock time from the "
    "activity's start on.\n"
    "Shorten segments, move the hard start, or make the activity longer.",
    find};

}  // namespace backops::check
