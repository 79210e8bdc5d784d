#include "identity/check_lines.h"

#include <algorithm>
#include <array>
#include <istream>
#include <ostream>
#include <stdexcept>
#include <string>
#include <string_view>

#include "identity/identity_number.h"

namespace lots {

namespace {

constexpr std::size_t block_size = 65536;
constexpr std::size_t line_kept_max = 32;  // the longest number has 13 characters: a longer line is wrong whatever comes

/// The line that is being read, as much of it as can matter.
class Line {
    std::array<char, line_kept_max> start_;
    std::size_t size_ = 0;
    bool begun_ = false;

public:
    void add(std::string_view piece)
    {
        begun_ = begun_ || !piece.empty();
        const auto kept = std::min(piece.size(), line_kept_max - size_);
        std::copy_n(piece.begin(), kept, start_.begin() + static_cast<std::ptrdiff_t>(size_));
        size_ += kept;
    }
    std::string_view text() const
    {
        const std::string_view all(start_.data(), size_);
        return all.ends_with('\r') ? all.substr(0, all.size() - 1) : all;
    }
    bool begun() const { return begun_; }
    void clear() { size_ = 0, begun_ = false; }
};

void flush(std::ostream& out, std::string& answers)
{
    if (!out.write(answers.data(), static_cast<std::streamsize>(answers.size())))
        throw std::runtime_error("the answers cannot be written");
    answers.clear();
}

void answer(std::string_view text, Date on, std::string& answers, CheckedLines& counts)
{
    if (const auto number = parse_identity_number(text, on)) {
        ++counts.ok;
        ((answers += "ok ") += number->text()) += ' ';
        ((answers += short_name(number->kind())) += ' ') += static_cast<char>(number->legal_sex());
    } else {
        ++counts.bad;
        (answers += "bad ") += reason(number.error());
    }
    answers += '\n';
}

}  // namespace

CheckedLines check_lines(std::istream& in, std::ostream& out, Date on)
{
    CheckedLines counts;
    std::string block(block_size, '\0'), answers;
    Line line;
    while (in) {
        in.read(block.data(), static_cast<std::streamsize>(block.size()));
        if (in.bad()) throw std::runtime_error("the numbers cannot be read");
        std::string_view rest(block.data(), static_cast<std::size_t>(in.gcount()));
        for (auto end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n')) {
            line.add(rest.substr(0, end));
            rest.remove_prefix(end + 1);
            answer(line.text(), on, answers, counts);
            line.clear();
            if (answers.size() >= block_size) flush(out, answers);
        }
        line.add(rest);
    }
    if (line.begun()) answer(line.text(), on, answers, counts);
    flush(out, answers);
    if (!out.flush()) throw std::runtime_error("the answers cannot be written");
    return counts;
}

}  // namespace lots
