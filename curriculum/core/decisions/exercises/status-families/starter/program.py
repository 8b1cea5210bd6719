status = 404
