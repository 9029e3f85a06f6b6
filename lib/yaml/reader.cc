#include "yaml/reader.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <streambuf>

#include "yaml/builder.h"
#include "yaml/ends.h"
#include "yaml/syntax.h"

namespace backops::yaml {
namespace {

class Memory : public std::streambuf {
  public:
    explicit Memory(std::string_view text) {
        char* begin = const_cast<char*>(text.data());
        setg(begin, begin, begin + text.size());
    }
};

// Marks are byte offsets (the text is known to be UTF-8) that do not count a BOM.
std::size_t offset(std::string_view text, const YAML::Mark& mark) {
    return std::min(static_cast<std::size_t>(std::max(mark.pos, 0)) + text_begin(text), text.size());
}

class Events : public YAML::EventHandler {
  public:
    Events(std::string_view text, Builder& builder) : text_(text), builder_(builder) {}

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnAnchor(const YAML::Mark&, const std::string&) override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t) override { builder_.null(offset(text_, mark)); }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { builder_.alias(offset(text_, mark)); }
    void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t, const std::string& value) override {
        builder_.scalar(offset(text_, mark), value);
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                         YAML::EmitterStyle::value) override {
        builder_.open(Kind::list, offset(text_, mark));
    }
    void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {
        builder_.open(Kind::map, offset(text_, mark));
    }
    void OnSequenceEnd() override { builder_.close(); }
    void OnMapEnd() override { builder_.close(); }

  private:
    std::string_view text_;
    Builder& builder_;
};

}  // namespace

std::optional<Node> read_tree(std::string_view file, std::string_view text, text::Problems& problems) {
    Builder builder(file, text, problems);
    Events events(text, builder);
    Memory memory(text);
    std::istream stream(&memory);
    try {
        YAML::Parser parser(stream);
        parser.HandleNextDocument(events);
    } catch (const Stop&) {
        return std::nullopt;
    } catch (const YAML::Exception& e) {
        problems.push_back(syntax_problem(file, text, offset(text, e.mark), e.msg));
        return std::nullopt;
    }
    return std::move(builder).root();
}

}  // namespace backops::yaml
