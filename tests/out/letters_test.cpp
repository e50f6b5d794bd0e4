#include "out/letters.h"

#include "tests/catch.h"

using namespace entente;

TEST_CASE("Latin letters lose their diacritics and keep their case") {
  CHECK(plain_letters("Nguyễn Phú Trọng") == "Nguyen Phu Trong");
  CHECK(plain_letters("Đỗ Mười, ĐẶNG") == "Do Muoi, DANG");
  CHECK(plain_letters("Łukasz Ørsted-Þór Æsir ß") == "Lukasz Orsted-Thor Aesir ss");
  CHECK(plain_letters("İstanbul, Ağrı") == "Istanbul, Agri");
  CHECK(plain_letters("E\u0301tienne") == "Etienne");  // an accent of its own
}

TEST_CASE("what is not Latin stays as it is, and so do signs and broken bytes") {
  CHECK(plain_letters("Сергей Чайка") == "Сергей Чайка");
  CHECK(plain_letters("И\u0306") == "И\u0306");
  CHECK(plain_letters("東京 “a” · 2×3 – 4º") == "東京 “a” · 2×3 – 4º");
  CHECK(plain_letters("a\xff"
                      "b")
            .size() == 3);
  CHECK(plain_letters("").empty());
}
