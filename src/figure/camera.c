#include "figure/march.h"

// From this far a lens of about 25 degrees shows a standing figure on a screen.
static const double DISTANCE = 6.0;

Camera camera_make(double az_deg, double el_deg, Vec target, double pixels_per_metre) {
    double az = RADIANS(az_deg), el = RADIANS(el_deg);
    Vec towards = vec(sin(az) * cos(el), sin(el), cos(az) * cos(el));
    Camera camera = {.eye = vec_add(target, vec_scale(towards, DISTANCE)),
                     .right = vec(cos(az), 0, -sin(az)),
                     .forward = vec_scale(towards, -1),
                     .focal_px = pixels_per_metre * DISTANCE};
    camera.up = vec_cross(camera.right, camera.forward);
    return camera;
}

double camera_project(const Camera *camera, Vec point, double *x, double *y) {
    Vec from = vec_sub(point, camera->eye);
    double scale = camera->focal_px / vec_dot(from, camera->forward);
    *x = camera->centre_x + scale * vec_dot(from, camera->right);
    *y = camera->centre_y - scale * vec_dot(from, camera->up);
    return scale;
}

Vec camera_ray(const Camera *camera, double x, double y) {
    return vec_add(camera->forward, vec_sub(vec_scale(camera->right, (x - camera->centre_x) / camera->focal_px),
                                            vec_scale(camera->up, (y - camera->centre_y) / camera->focal_px)));
}

bool camera_floor(const Camera *camera, double x, double y, Vec *floor) {
    Vec ray = camera_ray(camera, x, y);
    if (ray.y >= -1e-6) return false;
    *floor = vec_add(camera->eye, vec_scale(ray, -camera->eye.y / ray.y));
    return true;
}
