package paste
