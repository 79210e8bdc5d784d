#include "web/receipt.h"

#include <algorithm>

#include <sodium.h>

#include "base/bytes.h"
#include "base/check.h"
#include "http/form_data.h"

namespace lots::web {

namespace {

constexpr std::string_view proof_name = "kvitto", said_name = "sagt", undo_name = "angra";

/// "number=F-31" and back.
std::string joined(const std::pair<std::string, std::string>& arg) { return arg.first + "=" + arg.second; }
std::pair<std::string, std::string> split(std::string_view text)
{
    const auto cut = std::min(text.find('='), text.size());
    return {std::string(text.substr(0, cut)), std::string(text.substr(std::min(cut + 1, text.size())))};
}

/// "/arende/SIG-2026-014/moten/3/narvaro/2?presence=absent".
std::string written(const Undo& undo)
{
    auto address = undo.page;
    for (const auto& field : undo.fields) address = address.with(field.name, field.value);
    return address.str();
}

std::optional<Undo> undo_of(std::string_view address)
{
    constexpr std::size_t fields_max = 50;
    const auto cut = std::min(address.find('?'), address.size());
    const auto page = html::Url::local(address.substr(0, cut));
    const auto fields = http::parse_urlencoded(address.substr(std::min(cut + 1, address.size())), fields_max);
    if (!page || !fields) return std::nullopt;
    Undo undo{*page, {}};
    for (const auto& [name, value] : *fields) undo.fields.push_back({name, value});
    return undo;
}

std::string proof_of(std::string_view address, std::string_view secret)
{
    check(secret.size() >= crypto_generichash_KEYBYTES_MIN && secret.size() <= crypto_generichash_KEYBYTES_MAX,
          "a session's secret is long enough to be a key");
    Bytes proof(crypto_generichash_BYTES_MIN);
    const auto text = bytes_of(address);
    const auto key = bytes_of(secret);
    crypto_generichash(proof.data(), proof.size(), text.data(), text.size(), key.data(), key.size());
    return to_base64url(proof);
}

}  // namespace

std::string with_receipt(const Landing& landing, std::string_view secret)
{
    auto said = landing.page.with("klart", landing.done);
    for (const auto& arg : landing.args) said = said.with(said_name, joined(arg));
    if (landing.undo) said = said.with(undo_name, written(*landing.undo));
    return said.with(proof_name, proof_of(said.str(), secret)).str();
}

std::string with_receipt(const html::Url& page, std::string_view done, std::string_view secret)
{
    return with_receipt(Landing{page, std::string(done)}, secret);
}

std::optional<Receipt> receipt_in(const http::Request& request, std::string_view secret)
{
    const auto* done = request.parameter("klart");
    const auto* proof = request.parameter(proof_name);
    const auto cut = request.target.rfind("&" + std::string(proof_name) + "=");
    if (done == nullptr || proof == nullptr || cut == std::string::npos) return std::nullopt;
    const auto right = proof_of(std::string_view(request.target).substr(0, cut), secret);
    if (proof->size() != right.size() || sodium_memcmp(proof->data(), right.data(), right.size()) != 0) return std::nullopt;
    Receipt receipt{*done};
    for (const auto& [name, value] : request.query) {
        if (name == said_name) receipt.args.push_back(split(value));
        if (name == undo_name) receipt.undo = undo_of(value);
    }
    return receipt;
}

// The page, then the sentence with what belongs to it, parted by tabs, then the JSON. A landing that was kept before there was anything
// beside the sentence reads the same.
std::string kept_landing(const Landing& landing)
{
    std::string said = landing.done;
    for (const auto& arg : landing.args) said += "\t" + joined(arg);
    if (landing.undo) said += "\t" + written(*landing.undo);
    check(said.find('\n') == std::string::npos, "a receipt has a line break");
    return landing.page.str() + "\n" + said + "\n" + landing.json;
}

std::optional<Landing> landing_of_kept(std::string_view kept)
{
    const auto first = kept.find('\n');
    const auto second = first == std::string_view::npos ? first : kept.find('\n', first + 1);
    if (second == std::string_view::npos) return std::nullopt;
    const auto page = html::Url::local(kept.substr(0, first));
    if (!page) return std::nullopt;
    auto said = kept.substr(first + 1, second - first - 1);
    const auto next = [&said] {
        const auto end = std::min(said.find('\t'), said.size());
        const auto part = said.substr(0, end);
        said.remove_prefix(std::min(end + 1, said.size()));
        return part;
    };
    Landing landing{*page, std::string(next()), std::string(kept.substr(second + 1))};
    while (!said.empty()) {
        const auto part = next();
        if (part.starts_with('/')) landing.undo = undo_of(part);
        else landing.args.push_back(split(part));
    }
    return landing;
}

}  // namespace lots::web
