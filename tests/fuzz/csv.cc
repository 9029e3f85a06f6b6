#include "imported.h"

/// A spreadsheet, of which names that are not known are made when its length is even.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* begin, std::size_t size) {
    backops::tests::Spreadsheet sheet;
    sheet.options.create = size % 2 == 0;
    const std::string text(backops::fuzz::bytes(begin, size));
    backops::fuzz::hold_import(sheet.tree, [&] { return sheet.import(text); });
    return 0;
}
