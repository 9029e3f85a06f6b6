#pragma once

#include <vector>

#include "sheet/call_sheet.h"

namespace backops::sheet {

/// The meals that feed anybody on a sheet, in order of time, with how many. Hands without a name eat where a meal lies
/// within their company's hours of that role and is everybody's or their company's.
/// `rows` are the sheet's, and outlive what is made.
std::vector<Catering> catering_of(const Sources& sources, const std::vector<schedule::Row>& rows,
                                  const std::vector<TeamCalls>& teams);

}  // namespace backops::sheet
