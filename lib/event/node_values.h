#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "event/record_file.h"
#include "model/record.h"
#include "yaml/tree.h"

namespace backops::event {

/// Readings of a map node's keys; a key that is missing or of the wrong form gives an empty value.

std::string text_of(const yaml::Node& map, std::string_view key);
/// Without final line ends.
std::string prose_of(const yaml::Node& map, std::string_view key);
bool flag_of(const yaml::Node& map, std::string_view key);
std::vector<std::string> texts_of(const yaml::Node& map, std::string_view key);
std::vector<std::pair<std::string, std::string>> pairs_of(const yaml::Node& map, std::string_view key);
std::optional<time::Date> date_of(const yaml::Node& map, std::string_view key);
std::vector<time::Date> dates_of(const yaml::Node& map, std::string_view key);
std::optional<time::Duration> duration_of(const yaml::Node& map, std::string_view key);
std::optional<model::TimeOrDate> time_of(const yaml::Node& map, std::string_view key);
/// Items of a list of records.
std::vector<const yaml::Node*> records_of(const yaml::Node& map, std::string_view key);

/// What every record has.
void read_common(const RecordFile& file, model::Record& record);
model::Rules rules_of(const yaml::Node& map);
model::Site site_of(const yaml::Node& map);
model::Safety safety_of(const yaml::Node& map);
model::Overlap overlap_of(const yaml::Node& map, model::Overlap otherwise);
std::vector<model::Unavailable> unavailable_of(const yaml::Node& map);

}  // namespace backops::event
