#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "event/record_file.h"
#include "render/json.h"
#include "schedule/occurrence.h"

namespace backops::render {

/// The record's keys that begin `x-`, whatever they hold.
Json own_keys(const event::RecordFile& file);

/// `backops/list/1`: each record's keys as its file has them, typed by the field table (numbers and booleans as such,
/// all else text), with its id first. With a final line end, as all JSON here.
std::string list_json(event::Noun noun, std::span<const event::RecordFile* const> records);

/// `backops/segments/1`: an activity's segments in their order, each with its position (from 1), when it runs in `run`
/// (null without one) and the keys of its file.
std::string segments_json(const event::RecordFile& activity, const std::optional<schedule::Occurrence>& run);

/// What a command wrote.
struct Written {
    bool dry_run = false;
    std::vector<std::string> added, changed, removed;  ///< ids
    std::vector<std::string> files;                    ///< paths in the event directory
    text::Problems breaks = {};                        ///< what is newly wrong by it
};

/// `backops/change/1`.
std::string change_json(const Written& written);

/// A list of flat objects under a schema's name: `{"schema": schema, key: [{…}, …]}`; what is not there is null.
using Row = std::vector<std::pair<std::string, std::optional<std::string>>>;
std::string rows_json(std::string_view schema, std::string_view key, std::span<const Row> rows);

}  // namespace backops::render
