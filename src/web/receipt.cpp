#include "web/receipt.h"

#include <array>

#include <sodium.h>

#include "base/bytes.h"
#include "base/check.h"

namespace lots::web {

namespace {

constexpr std::string_view proof_name = "kvitto";

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

std::string with_receipt(const html::Url& page, std::string_view done, std::string_view secret)
{
    const auto said = page.with("klart", done);
    return said.with(proof_name, proof_of(said.str(), secret)).str();
}

std::optional<std::string> receipt_in(const http::Request& request, std::string_view secret)
{
    const auto* done = request.parameter("klart");
    const auto* proof = request.parameter(proof_name);
    const auto cut = request.target.rfind("&" + std::string(proof_name) + "=");
    if (done == nullptr || proof == nullptr || cut == std::string::npos) return std::nullopt;
    const auto right = proof_of(std::string_view(request.target).substr(0, cut), secret);
    if (proof->size() != right.size() || sodium_memcmp(proof->data(), right.data(), right.size()) != 0) return std::nullopt;
    return *done;
}

}  // namespace lots::web
